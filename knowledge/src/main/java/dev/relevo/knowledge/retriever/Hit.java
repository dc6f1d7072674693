package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Row;

/// A row that may answer a query.
///
/// @param row the row
/// @param score how well it fits: 0 not at all, 1 word for word
/// @param phrase the row's own phrase that fitted best
public record Hit(Row row, double score, String phrase) {

  public Hit {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
  }
}
