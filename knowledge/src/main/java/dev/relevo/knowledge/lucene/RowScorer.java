package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.retriever.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says how well rows fit a question. Immutable and safe for any number of threads.
interface RowScorer extends AutoCloseable {

  /// The fitting rows, best first, each once; none when nothing of the question is known.
  List<Scored> score(Reading question, Optional<Locale> language);

  /// The share of the first row's score from which another row is its rival, so that the customer
  /// should choose.
  double rivalry();

  /// The score to ask for where the matrix is too small to learn one from it.
  double caution();

  @Override
  default void close() {}

  /// A row by its number, its score in 0..1 and its own phrase that fits best.
  record Scored(int row, double score, String phrase) {

    /// Best first; equals in the editors' order, so that an answer never depends on chance.
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::row);
  }
}
