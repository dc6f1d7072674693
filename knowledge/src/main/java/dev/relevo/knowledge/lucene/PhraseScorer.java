package dev.relevo.knowledge.lucene;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.relevo.knowledge.retriever.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Scores a row by those of its phrases that are most like the question.
final class PhraseScorer implements RowScorer {

  /// A question in a known language prefers rows of that language by this much.
  private static final double FOREIGN = 0.9;

  /// BM25 scores lie near each other.
  private static final double RIVALRY = 0.92;

  private static final double CAUTION = 0.5;
  private static final int CANDIDATES = 100;
  private static final int PHRASES_A_ROW = 5;

  private final Map<Locale, Shelf> shelves = new LinkedHashMap<>();

  PhraseScorer(List<Phrase> phrases) {
    phrases.stream()
        .collect(groupingBy(Phrase::language, LinkedHashMap::new, toList()))
        .forEach((language, some) -> shelves.put(language, Shelf.of(language, some)));
  }

  @Override
  public List<Scored> score(Reading question, Optional<Locale> language) {
    if (question.words().isEmpty()) {
      return List.of();
    }
    var rows = new HashMap<Integer, Scored>();
    shelves.forEach((spoken, shelf) -> {
      double weight =
          language.isEmpty() || spoken.getLanguage().equals(language.get().getLanguage())
              ? 1
              : FOREIGN;
      for (var scored : shelf.score(question)) {
        var weighted = new Scored(scored.row(), scored.score() * weight, scored.phrase());
        rows.merge(
            scored.row(), weighted, (one, other) -> one.score() >= other.score() ? one : other);
      }
    });
    return rows.values().stream().sorted(Scored.BEST_FIRST).toList();
  }

  @Override
  public double rivalry() {
    return RIVALRY;
  }

  @Override
  public double caution() {
    return CAUTION;
  }

  @Override
  public void close() {
    shelves.values().forEach(shelf -> shelf.index().close());
  }

  /// The phrases of one language.
  private record Shelf(List<Phrase> phrases, Map<Integer, Integer> sizes, TextIndex index) {

    static Shelf of(Locale language, List<Phrase> phrases) {
      var texts = phrases.stream().map(phrase -> phrase.reading().words()).toList();
      var sizes = new HashMap<Integer, Integer>();
      phrases.forEach(phrase -> sizes.merge(phrase.row(), 1, Integer::sum));
      return new Shelf(phrases, sizes, new TextIndex(new Analysis(language), texts));
    }

    List<Scored> score(Reading question) {
      var byRow = new LinkedHashMap<Integer, List<TextIndex.Match>>();
      for (var match : index.search(question.words(), CANDIDATES)) {
        byRow.computeIfAbsent(phrases.get(match.text()).row(), _ -> new ArrayList<>()).add(match);
      }
      var scored = new ArrayList<Scored>();
      byRow.forEach(
          (row, matches) -> scored.add(new Scored(row, together(row, matches), written(matches))));
      return scored;
    }

    private String written(List<TextIndex.Match> matches) {
      return phrases.get(matches.getFirst().text()).written();
    }

    /// The root mean square of the best phrases: one good phrase counts more than some poor ones,
    /// and several good ones more than one.
    private double together(int row, List<TextIndex.Match> matches) {
      var top = matches.subList(0, Math.min(PHRASES_A_ROW, matches.size()));
      double sum = top.stream().mapToDouble(match -> match.score() * match.score()).sum();
      return Math.min(1, Math.sqrt(sum / Math.min(PHRASES_A_ROW, sizes.getOrDefault(row, 1))));
    }
  }
}
