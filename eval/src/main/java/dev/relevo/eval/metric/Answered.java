package dev.relevo.eval.metric;

import dev.relevo.eval.dataset.Case;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;

/// What came of one question.
///
/// @param rows the rows considered, best first
/// @param score of the first, 0 when there is none
/// @param accepted whether the first reached the threshold
public record Answered(Case asked, List<RowId> rows, double score, boolean accepted) {

  public Answered {
    rows = List.copyOf(rows);
  }

  boolean inScope() {
    return asked.row().isPresent();
  }

  /// The right row's place, from 1; 0 when it was not considered or there is none.
  int place() {
    return asked.row().map(row -> rows.indexOf(row) + 1).orElse(0);
  }

  boolean right() {
    return place() == 1;
  }
}
