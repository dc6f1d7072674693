package dev.relevo.bot.copilot;

import dev.relevo.bot.llm.Answer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why no help came.
public enum Why {
  /// The workspace does not want it.
  SWITCHED_OFF,
  /// The customer said nothing yet, or there is nothing to word anew.
  NOTHING_SAID,
  /// Neither the matrix nor a document answers.
  NOTHING_FOUND,
  NO_MODEL,
  /// The conversation's or the month's budget is spent.
  SPENT,
  SLOW,
  /// The model failed lately, or asked to be left alone for a while.
  RESTING,
  TOO_LONG,
  /// What it wrote states something that stands nowhere.
  UNFOUNDED,
  FAILED;

  /// What the responder that asks a model writes before why it has no answer.
  private static final String REMARK = "model: ";

  /// The console's sentence that says it and what to do: `copilot.why.no-model`.
  public String key() {
    return "copilot.why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Why of(Answer.Reason reason) {
    return switch (reason) {
      case NOT_CONNECTED -> NO_MODEL;
      case RESTING -> Why.RESTING;
      case TOO_LATE -> SLOW;
      case TOO_LONG -> Why.TOO_LONG;
      case TURN_SPENT, CONVERSATION_SPENT, MONTH_SPENT -> SPENT;
    };
  }

  static Why of(Answer.Fault fault) {
    return switch (fault) {
      case SLOW -> Why.SLOW;
      case BUSY -> RESTING;
      case UNFINISHED, CONTEXT_TOO_LONG -> TOO_LONG;
      case DOWN, CUT, EMPTY, GARBLED, REFUSED -> FAILED;
    };
  }

  /// What was the matter with the model, as a reason on record tells it; empty when nothing was.
  static Optional<Why> told(String reason) {
    if (!reason.startsWith(REMARK)) {
      return Optional.empty();
    }
    var word = reason.substring(REMARK.length());
    return Stream.concat(
            Arrays.stream(Answer.Reason.values()).filter(it -> isCalled(it, word)).map(Why::of),
            Arrays.stream(Answer.Fault.values()).filter(it -> isCalled(it, word)).map(Why::of))
        .findFirst();
  }

  private static boolean isCalled(Enum<?> one, String word) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(word);
  }
}
