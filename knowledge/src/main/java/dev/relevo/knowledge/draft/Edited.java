package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;
import java.util.Optional;

/// What became of an edit, of an undo or of a redo.
public sealed interface Edited {

  /// It is done.
  ///
  /// @param revision the draft's, from now on
  /// @param rows the rows it touched, as they are now
  /// @param gone the rows it took out
  record Done(long revision, List<DraftRow> rows, List<RowId> gone) implements Edited {
    public Done {
      rows = List.copyOf(rows);
      gone = List.copyOf(gone);
    }
  }

  /// Somebody changed a row in the meantime; nothing was done.
  record Conflict(List<Clash> clashes) implements Edited {
    public Conflict {
      clashes = List.copyOf(clashes);
    }
  }

  /// It cannot be done; nothing was.
  record Refused(Reason reason, RowId row) implements Edited {}

  /// There was nothing to do.
  record Unchanged() implements Edited {}

  /// Two editors at one row.
  ///
  /// @param theirs the row as it is; empty when they took it out
  /// @param yours the row as the edit would have left it; empty when it would have taken it out
  record Clash(RowId id, Optional<DraftRow> theirs, Optional<Row> yours) {}

  /// Why an edit cannot be done.
  enum Reason {
    /// Another row has the id.
    ID_TAKEN,
    /// No row has the id.
    ROW_UNKNOWN
  }
}
