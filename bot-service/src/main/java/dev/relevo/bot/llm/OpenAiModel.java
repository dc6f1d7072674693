package dev.relevo.bot.llm;

import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.spend.Claim;
import dev.relevo.bot.spend.Reservation;
import dev.relevo.bot.spend.Spending;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Models behind OpenAI-compatible endpoints: whether one may be asked, and then [Calling].
@Component
final class OpenAiModel implements LanguageModel {

  private static final Duration TOO_SHORT = Duration.ofMillis(200);

  /// Longer than any prompt that could be allowed; not worth counting.
  private static final int LONGEST_BODY = 400_000;

  private final Sources sources;
  private final Endpoints endpoints;
  private final Spending spending;
  private final Calling calling;
  private final ModelMeters meters;
  private final ModelSettings settings;

  OpenAiModel(
      Sources sources,
      Endpoints endpoints,
      Spending spending,
      Calling calling,
      ModelMeters meters,
      ModelSettings settings) {
    this.sources = sources;
    this.endpoints = endpoints;
    this.spending = spending;
    this.calling = calling;
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
    var deadline = ask.deadline().within(settings.timeout());
    return sources
        .of(ask.account().workspace())
        .map(it ->
            deadline.left().compareTo(TOO_SHORT) < 0
                ? notAsked(ask, Answer.Reason.TOO_LATE)
                : counted(ask, it, deadline))
        .orElseGet(() -> notAsked(ask, Answer.Reason.NOT_CONNECTED));
  }

  private Told counted(Ask ask, Connection connection, Deadline deadline) {
    var endpoint = endpoints.of(ask.account().workspace(), connection);
    var manner = ask.account().assistant().manner();
    var model = manner.modelName().orElse(connection.model());
    var composed = Composing.compose(connection, model, ask, endpoint.dialect(model));
    var body = composed.held().body();
    var tokens = body.length() > LONGEST_BODY ? Integer.MAX_VALUE : Tokens.count(body);
    if (tokens > manner.bounds().promptTokens()) {
      return notAsked(ask, Answer.Reason.TOO_LONG);
    }
    // Somebody who tries the connection wants to know.
    var admission =
        ask.account().purpose() == Account.Purpose.PROBE ? endpoint.trial() : endpoint.admission();
    return admission
        .map(it ->
            reserved(
                new Calling.Wish(ask, endpoint, it, model, new Used(tokens, ask.answerTokens())),
                composed,
                deadline))
        .orElseGet(() -> notAsked(ask, Answer.Reason.RESTING));
  }

  private Told reserved(Calling.Wish wish, Composing.Composed composed, Deadline deadline) {
    try {
      return switch (spending.reserve(claim(wish, composed.held().body()))) {
        case Reservation.Refused(var bound) -> {
          wish.admission().unasked();
          yield notAsked(wish.ask(), reason(bound));
        }
        case Reservation.Granted(var call) -> calling.call(call, wish, composed, deadline);
      };
    } catch (RuntimeException failed) {
      wish.admission().unasked();
      throw failed;
    }
  }

  private static Claim claim(Calling.Wish wish, String body) {
    var account = wish.ask().account();
    return new Claim(
        account.workspace(),
        account.assistant().id(),
        account.assistant().manner().bounds(),
        account.purpose().name(),
        account.contact(),
        account.conversation(),
        account.message(),
        new Claim.Worst(
            wish.model(), wish.price(), wish.worst().promptTokens(), wish.worst().answerTokens()),
        !wish.ask().tools().isEmpty(),
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
}
