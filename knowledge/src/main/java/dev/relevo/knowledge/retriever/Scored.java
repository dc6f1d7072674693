package dev.relevo.knowledge.retriever;

import java.util.Comparator;

/// A row by its number, its score in 0..1 and its own phrase that fits best.
record Scored(int row, double score, String phrase) {

  /// Best first; equals in the editors' order, so that an answer never depends on chance.
  static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::row);
}
