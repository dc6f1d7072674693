package dev.relevo.bot.responder.llm;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.llm.Account;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.llm.Ask;
import dev.relevo.bot.llm.LanguageModel;
import dev.relevo.bot.llm.Line;
import dev.relevo.bot.llm.Tool;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Asking;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Typing;
import dev.relevo.crm.conversation.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the model until it proposes something, within the bounds of one turn: so many calls, so
/// many rounds of wishes, so long.
final class Dialogue {

  /// For posting what was decided, out of the turn's time.
  private static final Duration POSTING = Duration.ofMillis(700);

  /// Less is not worth another call.
  private static final Duration LEAST = Duration.ofSeconds(2);

  /// More wishes at once are not read.
  private static final int WISHES = 6;

  private final LanguageModel model;
  private final Typing typing;
  private final Asking asking;
  private final Errands errands;
  private final Deadline deadline;
  private final List<Decision.Call> calls = new ArrayList<>();
  private int asked;
  private int steps;

  Dialogue(LanguageModel model, Typing typing, Asking asking, Errands errands) {
    this.model = model;
    this.typing = typing;
    this.asking = asking;
    this.errands = errands;
    this.deadline = asking.deadline().within(asking.deadline().left().minus(POSTING));
  }

  /// What came of it.
  sealed interface Said {

    record Proposed(Proposal proposal) implements Said {}

    /// A bound was reached: a person is to take over.
    record Spent(String bound) implements Said {}

    /// The request is longer than its bound, however it was counted.
    record TooLong() implements Said {}

    /// Nothing that can be used.
    ///
    /// @param again whether another try may help
    record Failed(String why, boolean again) implements Said {}
  }

  /// The calls made so far.
  List<Decision.Call> calls() {
    return List.copyOf(calls);
  }

  /// Whether there is time and allowance for one more call.
  boolean hasRoom() {
    return asked < asking.assistant().manner().bounds().callsPerTurn()
        && deadline.left().compareTo(LEAST) >= 0;
  }

  /// The tools it may still use.
  List<Tool> tools() {
    var most = asking.assistant().manner().bounds().toolStepsPerTurn();
    return steps < most ? errands.tools() : List.of();
  }

  Said hold(List<Line> begin) {
    var lines = new ArrayList<>(begin);
    while (asked < asking.assistant().manner().bounds().callsPerTurn()) {
      if (isTurn()) {
        typing.writes(asking);
      }
      asked++;
      var tools = tools();
      switch (model.ask(ask(lines, tools))) {
        case Answer.NotAsked(var reason) -> {
          asked--;
          return notAsked(reason);
        }
        case Answer.Failed(var fault, var call) -> {
          calls.add(made(call));
          return failed(fault);
        }
        case Answer.Said said when said.calls().isEmpty() -> {
          calls.add(made(said.call()));
          return proposed(said.text());
        }
        case Answer.Said said -> {
          calls.add(made(said.call()));
          if (tools.isEmpty()) {
            return new Said.Spent("tool steps");
          }
          steps++;
          wish(said, lines);
        }
      }
    }
    return new Said.Spent("calls in a turn");
  }

  private static Decision.Call made(long call) {
    return new Decision.Call(Engine.MODEL, call);
  }

  private void wish(Answer.Said said, List<Line> lines) {
    var wishes = said.calls().subList(0, Math.min(WISHES, said.calls().size()));
    lines.add(new Line.Model(said.text(), wishes));
    wishes.forEach(it -> lines.add(new Line.Result(it, errands.take(it))));
  }

  private Ask ask(List<Line> lines, List<Tool> tools) {
    var manner = asking.assistant().manner();
    return new Ask(
        account(),
        lines,
        tools,
        Optional.of(Proposal.SHAPE),
        manner.temperature(),
        manner.bounds().answerTokens(),
        deadline);
  }

  private Account account() {
    var transcript = asking.transcript();
    return new Account(
        asking.workspace(),
        asking.assistant(),
        purpose(asking.occasion()),
        transcript.map(it -> it.contact().id()),
        transcript.map(Transcript::thread).flatMap(it -> it.conversation()),
        transcript.filter(_ -> isTurn()).map(it -> it.message().id()));
  }

  /// Only then does the customer wait, and are the calls for one message bounded together.
  private boolean isTurn() {
    return asking.occasion() == Asking.Occasion.TURN;
  }

  private static Account.Purpose purpose(Asking.Occasion occasion) {
    return switch (occasion) {
      case TURN -> Account.Purpose.ANSWER;
      case TRIAL -> Account.Purpose.TRIAL;
      case DRAFT -> Account.Purpose.DRAFT;
    };
  }

  private static Said proposed(String text) {
    return Proposal.of(text)
        .<Said>map(Said.Proposed::new)
        .orElseGet(() -> new Said.Failed("not the shape", true));
  }

  private static Said notAsked(Answer.Reason reason) {
    return switch (reason) {
      case TURN_SPENT, CONVERSATION_SPENT -> new Said.Spent(word(reason));
      case TOO_LONG -> new Said.TooLong();
      case NOT_CONNECTED, RESTING, TOO_LATE, MONTH_SPENT -> new Said.Failed(word(reason), false);
    };
  }

  private static Said failed(Answer.Fault fault) {
    return switch (fault) {
      case CUT, EMPTY, GARBLED, DOWN, UNFINISHED -> new Said.Failed(word(fault), true);
      case SLOW, BUSY, CONTEXT_TOO_LONG, REFUSED -> new Said.Failed(word(fault), false);
    };
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
