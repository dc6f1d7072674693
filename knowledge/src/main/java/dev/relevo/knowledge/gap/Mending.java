package dev.relevo.knowledge.gap;

import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Whether a version answers what went wrong before it.
final class Mending {

  /// The part of a group's questions that must be answered.
  private static final double MOST = 0.8;

  private Mending() {}

  /// @param ask a question of the version
  /// @param changed whether a row, by id, has changed since a version, by number
  static boolean isMended(
      List<Gap.Question> questions,
      Function<Gap.Question, Retrieval> ask,
      BiPredicate<String, Integer> changed) {
    var answered = questions.stream().filter(it -> isMended(it, ask.apply(it), changed)).count();
    return !questions.isEmpty() && answered >= MOST * questions.size();
  }

  private static boolean isMended(
      Gap.Question question, Retrieval now, BiPredicate<String, Integer> changed) {
    return switch (now) {
      case Retrieval.Found(var hit, var why) when isSure(hit, why) ->
          switch (question.kind()) {
            case UNANSWERED, UNSURE -> true;
            case CORRECTED, UNHELPFUL, SUGGESTED -> {
              var row = hit.row().id().value();
              yield !row.equals(question.row()) || changed.test(row, question.version());
            }
          };
      case Retrieval.Found _, Retrieval.Several _, Retrieval.Nothing _ -> false;
    };
  }

  private static boolean isSure(Hit hit, Explanation why) {
    return !Sureness.isNear(hit.score(), why.threshold());
  }
}
