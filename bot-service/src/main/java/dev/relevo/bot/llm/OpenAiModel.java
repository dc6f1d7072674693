package dev.relevo.bot.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.spend.Claim;
import dev.relevo.bot.spend.Reservation;
import dev.relevo.bot.spend.Spending;
import dev.relevo.bot.spend.Taken;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Models behind OpenAI-compatible endpoints.
@Component
final class OpenAiModel implements LanguageModel {

  private static final Duration TOO_SHORT = Duration.ofMillis(200);

  /// Longer than any prompt that could be allowed; not worth counting.
  private static final int LONGEST_BODY = 400_000;

  private final Sources sources;
  private final Endpoints endpoints;
  private final Wire wire;
  private final Spending spending;
  private final ModelMeters meters;
  private final ModelSettings settings;

  OpenAiModel(
      Sources sources,
      Endpoints endpoints,
      Wire wire,
      Spending spending,
      ModelMeters meters,
      ModelSettings settings) {
    this.sources = sources;
    this.endpoints = endpoints;
    this.wire = wire;
    this.spending = spending;
    this.meters = meters;
    this.settings = settings;
  }

  @Override
  public boolean connected(WorkspaceId workspace) {
    return sources.of(workspace).isPresent();
  }

  @Override
  public Answer ask(Ask ask) {
    return tell(ask).answer();
  }

  Told tell(Ask ask) {
    var connection = sources.of(ask.account().workspace());
    if (connection.isEmpty()) {
      return notAsked(ask, Answer.Reason.NOT_CONNECTED);
    }
    var deadline = ask.deadline().within(settings.timeout());
    if (deadline.left().compareTo(TOO_SHORT) < 0) {
      return notAsked(ask, Answer.Reason.TOO_LATE);
    }
    var endpoint = endpoints.of(ask.account().workspace(), connection.get());
    var model = ask.account().assistant().manner().modelName().orElse(connection.get().model());
    var composed = Composing.compose(connection.get(), model, ask, endpoint.dialect(model));
    var body = composed.held().body();
    var tokens = body.length() > LONGEST_BODY ? Integer.MAX_VALUE : Tokens.count(body);
    if (tokens > ask.account().assistant().manner().bounds().promptTokens()) {
      return notAsked(ask, Answer.Reason.TOO_LONG);
    }
    // Somebody who tries the connection wants to know.
    var probing = ask.account().purpose() == Account.Purpose.PROBE;
    if (!probing && !endpoint.admits()) {
      return notAsked(ask, Answer.Reason.RESTING);
    }
    return switch (spending.reserve(claim(ask, connection.get(), model, tokens, body))) {
      case Reservation.Refused(var bound) -> {
        if (!probing) {
          endpoint.unasked();
        }
        yield notAsked(ask, reason(bound));
      }
      case Reservation.Granted(var call) ->
          new Asked(ask, endpoint, model, new Used(tokens, ask.answerTokens()), call)
              .exchange(composed, deadline);
    };
  }

  private static Claim claim(
      Ask ask, Connection connection, String model, int tokens, String body) {
    var account = ask.account();
    return new Claim(
        account.workspace(),
        account.assistant().id(),
        account.assistant().manner().bounds(),
        account.purpose().name(),
        account.contact(),
        account.conversation(),
        account.message(),
        new Claim.Worst(model, connection.prices().price(model), tokens, ask.answerTokens()),
        !ask.tools().isEmpty(),
        body);
  }

  private static Answer.Reason reason(Reservation.Bound bound) {
    return switch (bound) {
      case TURN -> Answer.Reason.TURN_SPENT;
      case CONVERSATION -> Answer.Reason.CONVERSATION_SPENT;
      case MONTH -> Answer.Reason.MONTH_SPENT;
    };
  }

  private Told notAsked(Ask ask, Answer.Reason reason) {
    meters.notAsked(ask.account().purpose(), reason);
    return new Told.NotAsked(reason);
  }

  /// A call that was allowed.
  ///
  /// @param worst what is reserved
  private final class Asked {

    private final Ask ask;
    private final Endpoint endpoint;
    private final String model;
    private final Used worst;
    private final long call;
    private final long began = System.nanoTime();

    Asked(Ask ask, Endpoint endpoint, String model, Used worst, long call) {
      this.ask = ask;
      this.endpoint = endpoint;
      this.model = model;
      this.worst = worst;
      this.call = call;
    }

    Told exchange(Composing.Composed composed, Deadline deadline) {
      var time = deadline.left();
      var ended = new Exchange(wire, endpoint, model, ask, deadline).run(composed);
      var response = ended.composed().hearing().whole();
      var trouble = trouble(ended.sent(), response);
      judge(trouble, time, ended.sent());
      settle(trouble, response, ended.composed().hearing());
      if (trouble.isPresent()) {
        return new Told.Failed(trouble.get(), call);
      }
      var message = response.orElseThrow().aiMessage();
      return new Told.Said(text(message), calls(message), call, took());
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    /// A call that had little time says nothing about how slow the endpoint is.
    private void judge(Optional<Trouble> trouble, Duration time, Wire.Sent sent) {
      var probing = ask.account().purpose() == Account.Purpose.PROBE;
      if (trouble.filter(it -> !it.isAnswer()).isEmpty()) {
        if (probing) {
          endpoint.returns();
        } else {
          endpoint.answered(took());
        }
      } else if (!probing) {
        if (trouble.get() == Trouble.SLOW && time.compareTo(settings.timeout().dividedBy(2)) < 0) {
          endpoint.unasked();
        } else {
          endpoint.failed(took(), trouble.get());
        }
        if (sent instanceof Wire.Sent.Refused(var status, _, var after) && status == 429) {
          after.ifPresent(endpoint::rests);
        }
      }
    }

    private void settle(
        Optional<Trouble> trouble, Optional<ChatResponse> response, Hearing hearing) {
      var used = used(trouble, response);
      var message = response.map(ChatResponse::aiMessage);
      spending.settle(
          call,
          new Taken(
              used.promptTokens(),
              used.answerTokens(),
              took(),
              hearing.firstToken(),
              trouble.map(Trouble::name),
              message.map(OpenAiModel::text).orElse(""),
              message.map(OpenAiModel::calls).orElse(List.of()).stream()
                  .map(it -> new Taken.Step(it.name(), it.arguments()))
                  .toList()));
      var purpose = ask.account().purpose();
      meters.asked(purpose, trouble.map(Trouble::name).orElse("answered"), took());
      meters.took(
          purpose,
          used,
          endpoint
              .connection()
              .prices()
              .price(model)
              .micros(used.promptTokens(), used.answerTokens()));
    }

    /// What the provider may bill for words that never reached us whole is not known: the most.
    private Used used(Optional<Trouble> trouble, Optional<ChatResponse> response) {
      if (response.isPresent() && trouble.filter(it -> it == Trouble.CUT).isEmpty()) {
        var message = response.get().aiMessage();
        var written = new StringBuilder(text(message));
        calls(message).forEach(it -> written.append(it.name()).append(it.arguments()));
        return Used.of(
            response.get().metadata().tokenUsage(),
            new Used(worst.promptTokens(), Tokens.count(written.toString())),
            ask.answerTokens());
      }
      return trouble.filter(it -> !it.mayBeBilled()).isPresent() ? Used.NOTHING : worst;
    }
  }

  private static Optional<Trouble> trouble(Wire.Sent sent, Optional<ChatResponse> response) {
    return switch (sent) {
      case Wire.Sent.Broken(var trouble) -> Optional.of(trouble);
      case Wire.Sent.Refused refused -> Optional.of(Complaint.read(refused));
      case Wire.Sent.Streamed _ ->
          response.map(OpenAiModel::lack).orElse(Optional.of(Trouble.GARBLED));
    };
  }

  /// What is wrong with a stream that could be read.
  private static Optional<Trouble> lack(ChatResponse response) {
    var message = response.aiMessage();
    var reason = response.metadata().finishReason();
    if (reason == FinishReason.LENGTH) {
      return Optional.of(Trouble.UNFINISHED);
    }
    if (text(message).isBlank() && !message.hasToolExecutionRequests()) {
      return Optional.of(reason == null ? Trouble.CUT : Trouble.EMPTY);
    }
    if (reason == FinishReason.CONTENT_FILTER) {
      return Optional.of(Trouble.UNFINISHED);
    }
    return reason == null ? Optional.of(Trouble.CUT) : Optional.empty();
  }

  private static String text(AiMessage message) {
    return Objects.requireNonNullElse(message.text(), "");
  }

  private static List<ToolCall> calls(AiMessage message) {
    return message.toolExecutionRequests().stream()
        .map(it ->
            new ToolCall(
                Objects.requireNonNullElse(it.id(), ""),
                Objects.requireNonNullElse(it.name(), ""),
                Objects.requireNonNullElse(it.arguments(), "")))
        .toList();
  }
}
