package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.lucene.RowScorer.Scored;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The answers' own texts, for questions that no phrase fits.
final class Answers implements AutoCloseable {

  /// The share of a question's weight that an answer must hold at least.
  private static final double LEAST = 0.33;

  /// So many of the phrases must stay unanswered by the answers of other rows.
  private static final double LEFT_ALONE = 0.95;

  private static final int MOST_TRIALS = 500;

  private final PhraseScorer texts;
  private final double threshold;

  Answers(List<Row> rows, List<Phrase> phrases) {
    texts = new PhraseScorer(texts(rows));
    threshold = Math.max(LEAST, threshold(phrases));
  }

  private static List<Phrase> texts(List<Row> rows) {
    var texts = new ArrayList<Phrase>();
    for (int row = 0; row < rows.size(); row++) {
      var reading = Reading.of(rows.get(row).answer(), Set.of());
      if (!reading.folded().isEmpty()) {
        texts.add(new Phrase(row, rows.get(row).language(), "", reading));
      }
    }
    return texts;
  }

  /// What an answer reaches by chance: the matrix's phrases are asked of all answers but their own.
  private double threshold(List<Phrase> phrases) {
    var reached = new ArrayList<Double>();
    int step = 1 + phrases.size() / MOST_TRIALS;
    for (int index = 0; index < phrases.size(); index += step) {
      var phrase = phrases.get(index);
      reached.add(
          score(phrase.reading(), Optional.of(phrase.language())).stream()
              .filter(scored -> scored.row() != phrase.row())
              .findFirst()
              .map(Scored::score)
              .orElse(0.0));
    }
    var ascending = reached.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(ascending);
    return ascending.length == 0 ? 0 : ascending[(int) (LEFT_ALONE * (ascending.length - 1))];
  }

  List<Scored> score(Reading question, Optional<Locale> language) {
    return texts.score(question, language);
  }

  double threshold() {
    return threshold;
  }

  double rivalry() {
    return texts.rivalry();
  }

  @Override
  public void close() {
    texts.close();
  }
}
