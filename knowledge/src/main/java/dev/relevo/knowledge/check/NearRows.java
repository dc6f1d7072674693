package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.Folded;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows whose phrases share nearly all their words (Jaccard's index of the words as a retriever
/// reads them), so that customers get one for the other. The same phrase in both is not counted
/// here.
final class NearRows {

  /// From here on two phrases are taken for each other: four words of five in common.
  private static final double NEAR = 0.8;

  /// Fewer words say too little to tell.
  private static final int FEWEST_WORDS = 3;

  private final List<Phrase> phrases = new ArrayList<>();
  private final Map<String, List<Integer>> holders = new HashMap<>();

  private record Phrase(Row row, String written, Set<String> words) {}

  private record Pair(RowId one, RowId other) {}

  private record Near(Phrase one, Phrase other, double likeness) {}

  private NearRows(List<Row> rows) {
    for (var row : rows) {
      for (var written : row.phrases()) {
        var words = new LinkedHashSet<>(Reading.of(written, Set.of()).words());
        if (words.size() >= FEWEST_WORDS) {
          phrases.add(new Phrase(row, written, words));
        }
      }
    }
  }

  static List<Finding> in(List<Row> rows) {
    return new NearRows(rows).pairs().values().stream().map(NearRows::finding).toList();
  }

  /// The nearest phrases of every two rows that are near.
  private Map<Pair, Near> pairs() {
    var counts = new HashMap<String, Integer>();
    phrases.forEach(phrase -> phrase.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
    var rarestFirst =
        Comparator.<String>comparingInt(word -> counts.getOrDefault(word, 0))
            .thenComparing(Comparator.naturalOrder());
    var pairs = new LinkedHashMap<Pair, Near>();
    for (int at = 0; at < phrases.size(); at++) {
      var phrase = phrases.get(at);
      for (int other : candidates(phrase, at, rarestFirst)) {
        compare(phrases.get(other), phrase)
            .ifPresent(near ->
                pairs.merge(
                    new Pair(near.one().row().id(), near.other().row().id()),
                    near,
                    (one, two) -> two.likeness() > one.likeness() ? two : one));
      }
    }
    return pairs;
  }

  /// Earlier phrases that share one of the rarest words: two near phrases miss so few of each
  /// other's words that they must share one of these.
  private Set<Integer> candidates(Phrase phrase, int at, Comparator<String> rarestFirst) {
    int size = phrase.words().size();
    int prefix = size - (int) Math.ceil(NEAR * size) + 1;
    var candidates = new HashSet<Integer>();
    phrase.words().stream()
        .sorted(rarestFirst)
        .limit(prefix)
        .forEach(word -> {
          var others = holders.computeIfAbsent(word, _ -> new ArrayList<>());
          candidates.addAll(others);
          others.add(at);
        });
    return candidates;
  }

  private static Optional<Near> compare(Phrase one, Phrase other) {
    boolean competes =
        !one.row().id().equals(other.row().id())
            && one.row().language().getLanguage().equals(other.row().language().getLanguage())
            && !Folded.of(one.written()).equals(Folded.of(other.written()));
    if (!competes) {
      return Optional.empty();
    }
    var common = new HashSet<>(one.words());
    common.retainAll(other.words());
    double all = one.words().size() + other.words().size() - common.size();
    double likeness = common.size() / all;
    return likeness < NEAR ? Optional.empty() : Optional.of(new Near(one, other, likeness));
  }

  private static Finding finding(Near near) {
    return new Finding(
        Finding.Kind.CONFUSABLE,
        near.other().row().id(),
        Optional.of(near.one().row().id()),
        List.of(
            near.other().written(),
            near.one().written(),
            Long.toString(Math.round(near.likeness() * 100))),
        joined(near.one().row(), near.other().row()));
  }

  /// Rows that answer the same become one.
  private static Optional<Fix> joined(Row one, Row other) {
    return one.answer().equals(other.answer()) ? Texts.joined(one, other) : Optional.empty();
  }
}
