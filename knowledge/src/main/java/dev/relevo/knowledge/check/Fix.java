package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;

/// What would put a finding right.
public sealed interface Fix {

  /// Rows get another content, and others leave with the next version.
  record Rewrite(List<Row> rows, List<RowId> leaving) implements Fix {
    public Rewrite {
      rows = List.copyOf(rows);
      leaving = List.copyOf(leaving);
    }
  }

  /// The row leaves with the next version.
  record Leave(RowId row) implements Fix {}
}
