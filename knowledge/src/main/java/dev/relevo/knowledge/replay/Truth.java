package dev.relevo.knowledge.replay;

import dev.relevo.knowledge.gap.Asked;
import dev.relevo.knowledge.gap.Decision;
import dev.relevo.knowledge.retriever.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of where questions should lead. A test question says most, then what editors
/// judged, then what customers and colleagues showed.
final class Truth {

  private static final int RIGHT = 3;
  private static final int HALF_RIGHT = 2;
  private static final int NO_HARM = 1;
  private static final int WRONG = 0;

  /// What an editor said of a lead for a question.
  record Judgement(String folded, String key, boolean fits) {}

  private final Map<String, String> tests;
  private final Map<String, Map<String, Boolean>> known = new HashMap<>();

  Truth(Collection<RowTests.Test> tests, List<Judgement> judgements, List<Asked> asked) {
    this.tests =
        tests.stream()
            .collect(
                Collectors.toMap(it -> folded(it.question()), RowTests.Test::row, (a, _) -> a));
    shown(asked)
        .forEach((folded, rows) ->
            rows.forEach((row, sum) -> {
              if (sum != 0) {
                say(folded, row, sum > 0);
              }
            }));
    judgements.forEach(it -> say(it.folded(), it.key(), it.fits()));
  }

  /// A question without case, accents, punctuation and courtesies.
  static String folded(String question) {
    return Reading.of(question, Reading.symbols(question)).core();
  }

  Change.Verdict verdict(String question, Lead before, Lead after) {
    var folded = folded(question);
    var was = worth(folded, before);
    var is = worth(folded, after);
    if (was.isEmpty() || is.isEmpty()) {
      return before.key().equals(after.key()) ? Change.Verdict.EVEN : Change.Verdict.JUDGE;
    }
    return switch (Integer.signum(Integer.compare(is.getAsInt(), was.getAsInt()))) {
      case 1 -> Change.Verdict.BETTER;
      case -1 -> Change.Verdict.WORSE;
      default -> Change.Verdict.EVEN;
    };
  }

  /// Empty when nothing is known of it.
  private OptionalInt worth(String folded, Lead lead) {
    var test = Optional.ofNullable(tests.get(folded));
    if (test.isPresent()) {
      return worth(lead, Set.of(test.get()), Set.of());
    }
    var said = Objects.requireNonNullElse(known.get(folded), Map.<String, Boolean>of());
    var judged = Optional.ofNullable(said.get(lead.key()));
    if (judged.isPresent()) {
      return OptionalInt.of(judged.get() ? RIGHT : WRONG);
    }
    return worth(lead, keys(said, true), keys(said, false));
  }

  private static OptionalInt worth(Lead lead, Set<String> right, Set<String> wrong) {
    if (right.contains(lead.key())) {
      return OptionalInt.of(RIGHT);
    }
    return switch (lead.way()) {
      case ANSWERED -> right.isEmpty() ? OptionalInt.empty() : OptionalInt.of(WRONG);
      case OFFERED -> offered(lead, right);
      case SILENT ->
          right.isEmpty() && wrong.isEmpty() ? OptionalInt.empty() : OptionalInt.of(NO_HARM);
    };
  }

  private static OptionalInt offered(Lead lead, Set<String> right) {
    if (right.isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        lead.rows().stream().anyMatch(right::contains)
            ? HALF_RIGHT
            : right.contains("") ? NO_HARM : WRONG);
  }

  private static Set<String> keys(Map<String, Boolean> said, boolean fits) {
    return said.entrySet().stream()
        .filter(it -> it.getValue() == fits)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// How often a row helped less how often it did not.
  private static Map<String, Map<String, Integer>> shown(List<Asked> asked) {
    var sums = new HashMap<String, Map<String, Integer>>();
    asked.stream()
        .filter(it -> it.decision() == Decision.ANSWER && !it.row().isEmpty())
        .forEach(it -> {
          var sign = it.helped().map(helped -> helped ? 1 : -1).orElse(it.corrected() ? -1 : 0);
          if (sign != 0) {
            sums.computeIfAbsent(folded(it.text()), _ -> new HashMap<>())
                .merge(it.row(), sign, Integer::sum);
          }
        });
    return sums;
  }

  private void say(String folded, String key, boolean fits) {
    known.computeIfAbsent(folded, _ -> new HashMap<>()).put(key, fits);
  }
}
