package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Set;

/// The answers' own texts, for questions that no phrase fits: BM25 over stems and over pieces of
/// words, each divided by what the question could reach at most. Words the answers do not know
/// count as missed.
final class Answers {

  /// Answers lie near each other.
  static final double RIVALRY = 0.92;

  /// The share of a question's weight that an answer must hold at least.
  private static final double LEAST = 0.33;

  /// So many of the phrases must stay unanswered by the answers of other rows.
  private static final double LEFT_ALONE = 0.95;

  private static final int MOST_TRIALS = 500;

  /// A question in a known language prefers answers in that language by this much.
  private static final double FOREIGN = 0.9;

  /// With more answers, pieces of words cost more than they bring.
  private static final int MOST_WITH_PIECES = 2_000;

  private final List<Text> texts;
  private final List<Locale> languages;
  private final Bm25 stems;
  private final Optional<Bm25> pieces;
  private final double threshold;

  private Answers(List<Text> texts, OptionalDouble known, List<Phrase> phrases) {
    this.texts = texts;
    languages = texts.stream().map(Text::language).distinct().toList();
    stems = new Bm25(texts.stream().map(Text::stems).toList());
    pieces =
        texts.size() > MOST_WITH_PIECES
            ? Optional.empty()
            : Optional.of(new Bm25(texts.stream().map(Text::pieces).toList()));
    threshold = known.orElseGet(() -> Math.max(LEAST, threshold(phrases)));
  }

  /// @param rows by their numbers; an answer may be empty
  /// @param phrases to learn from what an answer reaches by chance
  static Answers of(Map<Integer, Row> rows, List<Phrase> phrases) {
    return new Answers(texts(rows), OptionalDouble.empty(), phrases);
  }

  /// The same with some rows less and others more.
  Answers with(Set<Integer> gone, Map<Integer, Row> come) {
    var changed = new ArrayList<>(texts);
    changed.removeIf(text -> gone.contains(text.row()));
    changed.addAll(texts(come));
    return new Answers(changed, OptionalDouble.of(threshold), List.of());
  }

  private static List<Text> texts(Map<Integer, Row> rows) {
    boolean many = rows.size() > MOST_WITH_PIECES;
    return rows.entrySet().parallelStream()
        .map(row -> Text.of(row.getKey(), row.getValue(), many))
        .filter(text -> text.stems().length > 0)
        .sorted(Comparator.comparingInt(Text::row))
        .toList();
  }

  /// An answer by its terms.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Text(int row, Locale language, int[] stems, int[] pieces) {

    static Text of(int number, Row row, boolean stemsOnly) {
      var words = Reading.of(row.answer(), Set.of()).words();
      var grams = Grams.ofLong(words, row.language());
      return new Text(
          number, row.language(), grams.stems(), stemsOnly ? new int[0] : grams.pieces());
    }

    double preference(Optional<Locale> asked) {
      return asked.filter(it -> !it.getLanguage().equals(language.getLanguage())).isPresent()
          ? FOREIGN
          : 1;
    }
  }

  /// What an answer reaches by chance: the matrix's phrases are asked of all answers but their own.
  private double threshold(List<Phrase> phrases) {
    var reached = new ArrayList<Double>();
    int step = 1 + phrases.size() / MOST_TRIALS;
    for (int index = 0; index < phrases.size(); index += step) {
      var phrase = phrases.get(index);
      reached.add(
          score(phrase.words(), Optional.of(phrase.language()), LEAST).stream()
              .filter(scored -> scored.row() != phrase.row())
              .findFirst()
              .map(Scored::score)
              .orElse(0.0));
    }
    var ascending = reached.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(ascending);
    return ascending.length == 0 ? 0 : ascending[(int) (LEFT_ALONE * (ascending.length - 1))];
  }

  double threshold() {
    return threshold;
  }

  /// The answers that hold something of the question, best first, at most ten.
  ///
  /// @param least the least score that is of use; the greater, the sooner it is told
  List<Scored> score(List<String> words, Optional<Locale> language, double least) {
    var best = new PriorityQueue<Scored>(Scorer.MOST + 1, Scored.BEST_FIRST.reversed());
    for (var spoken : languages) {
      Impacts.sum(
          impacts(Grams.ofLong(words, spoken)),
          least,
          (place, sum) -> {
            var text = texts.get(place);
            if (text.language().equals(spoken)) {
              double score = Math.min(1, sum * text.preference(language));
              best.add(new Scored(text.row(), score, ""));
              if (best.size() > Scorer.MOST) {
                best.remove();
              }
            }
          });
    }
    return best.stream().sorted(Scored.BEST_FIRST).toList();
  }

  private List<Impacts> impacts(Grams question) {
    double half = pieces.isPresent() ? 0.5 : 1;
    var impacts = new ArrayList<>(stems.impacts(question.stems(), half));
    pieces.ifPresent(index -> impacts.addAll(index.impacts(question.pieces(), half)));
    return impacts;
  }
}
