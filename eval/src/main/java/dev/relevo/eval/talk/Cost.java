package dev.relevo.eval.talk;

import dev.relevo.bot.llm.Tokens;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.eval.dataset.Dialogue;
import dev.relevo.eval.dataset.Dialogue.Expected;
import java.util.List;

/// What a model read in dialogues, counted on its requests as they arrived at the stand-in.
///
/// @param conversations that were played
/// @param prompts tokens of each request, the whole body
/// @param answered messages of customers for which a model was asked
/// @param rows rows that the matrix found by itself and that were sent word for word
/// @param callsForRows calls of a model for these
public record Cost(
    int conversations, List<Integer> prompts, long answered, long rows, long callsForRows) {

  public Cost {
    prompts = List.copyOf(prompts);
  }

  /// Plays the dialogues before the obedient stand-in.
  public static Cost of(List<Dialogue> dialogues) {
    try (var standIn = new ModelStandIn()) {
      var run =
          DialogueRun.of(dialogues, "stand-in", Endpoint.of(standIn), () -> standIn.log().size());
      var found =
          run.said().stream()
              .filter(it -> it.byTheMatrix() && it.came().kind() == Expected.ROW)
              .filter(it -> !it.turn().followUp())
              .toList();
      return new Cost(
          dialogues.size(),
          standIn.log().stream().map(it -> Tokens.count(it.body())).toList(),
          run.said().stream().filter(it -> it.calls() > 0).count(),
          found.size(),
          found.stream().mapToInt(Said::calls).sum());
    }
  }

  /// Tokens read for one message that a model was asked about, all its calls together.
  public double tokensPerAnswer() {
    return (double) tokens() / answered;
  }

  public double tokensPerCall() {
    return (double) tokens() / prompts.size();
  }

  public int longestCall() {
    return prompts.stream().mapToInt(it -> it).max().orElse(0);
  }

  public double tokensPerConversation() {
    return (double) tokens() / conversations;
  }

  public double callsPerConversation() {
    return (double) prompts.size() / conversations;
  }

  private long tokens() {
    return prompts.stream().mapToLong(it -> it).sum();
  }
}
