package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole matrix (a file, an older version) brought into the draft as one edit.
public enum Load {
  /// Rows it has are added or changed; others stay as they are.
  MERGE,
  /// The same, and rows it lacks are marked to leave.
  REPLACE;

  /// The edit that does it. A row that somebody changes after the snapshot is a conflict.
  ///
  /// @param other a row marked to leave there is marked here
  public Edit edit(Snapshot draft, Matrix other) {
    var steps = new ArrayList<Edit.Step>();
    Optional<RowId> above = Optional.empty();
    var added = new ArrayList<Row>();
    for (var row : other.rows()) {
      var now = draft.matrix().row(row.id());
      if (now.isEmpty()) {
        added.add(row);
        continue;
      }
      addBelow(above, added, steps);
      above = Optional.of(row.id());
      change(now.get(), row, draft.revision()).ifPresent(steps::add);
      mark(now.get(), row.state() == RowState.TO_DELETE, draft.revision()).ifPresent(steps::add);
    }
    addBelow(above, added, steps);
    if (this == REPLACE) {
      draft.matrix().rows().stream()
          .filter(row -> other.row(row.id()).isEmpty())
          .forEach(row -> mark(row, true, draft.revision()).ifPresent(steps::add));
    }
    return new Edit(steps);
  }

  /// New rows stand below the row they follow in the other matrix; at the end, where they follow
  /// none.
  private static void addBelow(Optional<RowId> above, List<Row> added, List<Edit.Step> steps) {
    if (!added.isEmpty()) {
      Spot spot = above.<Spot>map(Spot.Below::new).orElseGet(Spot.Bottom::new);
      steps.add(new Edit.Step.Add(added, spot));
      added.clear();
    }
  }

  private static Optional<Edit.Step> change(Row now, Row row, long seen) {
    return MatrixDifference.sameContent(now, row)
        ? Optional.empty()
        : Optional.of(new Edit.Step.Put(row, seen));
  }

  private static Optional<Edit.Step> mark(Row now, boolean leaves, long seen) {
    return (now.state() == RowState.TO_DELETE) == leaves
        ? Optional.empty()
        : Optional.of(new Edit.Step.Mark(now.id(), leaves, seen));
  }
}
