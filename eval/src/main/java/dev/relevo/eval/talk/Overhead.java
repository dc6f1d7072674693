package dev.relevo.eval.talk;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.standin.ModelRequest;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What deciding costs besides the model: our whole chain, from question to verified words, and a
/// bare call of langchain4j with the same messages to the same stand-in, which answers at once;
/// turn and turn about in one run.
///
/// @param chain milliseconds, the quickest first
/// @param bare the same
public record Overhead(List<Double> chain, List<Double> bare) {

  private static final int WARM_UP = 150;
  private static final int QUESTIONS = 20;

  public Overhead {
    chain = chain.stream().sorted().toList();
    bare = bare.stream().sorted().toList();
  }

  /// Measures so many of each, one at a time, after a warm-up.
  public static Overhead of(int times) {
    var matrix =
        new Matrix(
            SampleMatrix.load(Language.ES.locale()).rows().stream()
                .map(it -> it.withLiteral(false))
                .toList());
    try (var standIn = new ModelStandIn();
        var business = Business.open(Language.ES, matrix, Endpoint.of(standIn), Manner.DEFAULT)) {
      var measuring = new Measuring(business, standIn, bare(standIn));
      var pairs = measuring.pairs(matrix);
      measuring.run(pairs, WARM_UP);
      return measuring.run(pairs, times);
    }
  }

  /// The time within which that share was done, in milliseconds.
  public static double within(List<Double> millis, double share) {
    return millis.get((int) Math.min(millis.size() - 1, share * millis.size()));
  }

  private static OpenAiStreamingChatModel bare(ModelStandIn standIn) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(standIn.url().toString())
        .apiKey("key")
        .modelName(ModelStandIn.MODEL)
        .build();
  }

  /// A question and what the chain makes of it for the model.
  private record Pair(String question, ModelRequest request) {}

  private record Measuring(
      Business business, ModelStandIn standIn, OpenAiStreamingChatModel model) {

    /// Questions that the chain answers with one call.
    List<Pair> pairs(Matrix matrix) {
      var pairs = new ArrayList<Pair>();
      for (var row : matrix.rows().stream().filter(it -> !it.handoff()).toList()) {
        int before = standIn.log().size();
        decide(row.question());
        var chats = standIn.chats(before);
        if (chats.size() == 1 && pairs.size() < QUESTIONS) {
          pairs.add(new Pair(row.question(), chats.getLast()));
        }
      }
      return pairs;
    }

    Overhead run(List<Pair> pairs, int times) {
      var chain = new ArrayList<Double>();
      var bare = new ArrayList<Double>();
      for (int time = 0; time < times; time++) {
        var pair = pairs.get(time % pairs.size());
        chain.add(millis(() -> decide(pair.question())));
        bare.add(millis(() -> ask(pair.request())));
      }
      return new Overhead(chain, bare);
    }

    private void decide(String question) {
      var bot = business.bot();
      bot.bean(Responders.class)
          .tryOut(
              bot.bean(Assistants.class).general(bot.workspace()),
              Responders.Matter.PUBLISHED,
              question,
              Language.ES,
              Deadline.in(Duration.ofSeconds(12)));
    }

    private void ask(ModelRequest request) {
      var done = new CompletableFuture<ChatResponse>();
      var messages =
          ChatRequest.builder()
              .messages(
                  SystemMessage.from(request.instructions()), UserMessage.from(request.material()))
              .build();
      model.chat(
          messages,
          new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String piece) {
              // Only the whole counts.
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
              done.complete(response);
            }

            @Override
            public void onError(Throwable thrown) {
              done.completeExceptionally(thrown);
            }
          });
      done.join();
    }

    private static double millis(Runnable what) {
      long start = System.nanoTime();
      what.run();
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
