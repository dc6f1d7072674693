package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.Row;
import java.math.BigDecimal;

/// What an edit can change of a row.
///
/// @param marked whether it leaves with the next version
record Stored(Row row, BigDecimal position, boolean marked) {

  boolean isAt(Stored other) {
    return position.compareTo(other.position) == 0;
  }

  boolean says(Stored other) {
    return MatrixDifference.sameContent(row, other.row);
  }

  boolean isMarkedLike(Stored other) {
    return marked == other.marked;
  }

  boolean isLike(Stored other) {
    return isAt(other) && says(other) && isMarkedLike(other);
  }

  Stored saying(Row other) {
    return new Stored(other, position, marked);
  }

  Stored at(BigDecimal other) {
    return new Stored(row, other, marked);
  }

  Stored marked(boolean other) {
    return new Stored(row, position, other);
  }
}
