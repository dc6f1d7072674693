package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.draft.EditedRowTable.Change;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// What was done, by whom, and what of it can be taken back.
final class Journal {

  private static final int SHOWN = 100;

  private final EditTable edits;
  private final EditedRowTable editedRows;

  Journal(DataSource dataSource) {
    edits = new EditTable(dataSource);
    editedRows = new EditedRowTable(dataSource);
  }

  /// An edit to be taken back or done again.
  ///
  /// @param changes turning these back does it
  record Turn(long revision, PastEdit.Kind kind, List<Change> changes) {}

  void write(long workspaceId, Stamp stamp, PastEdit.Kind kind, List<Change> changes) {
    if (kind == PastEdit.Kind.EDIT) {
      edits.settleUndone(workspaceId, stamp.editor());
    }
    edits.insert(workspaceId, stamp, kind);
    editedRows.insert(workspaceId, stamp.revision(), changes);
  }

  List<PastEdit> history(long workspaceId, RowId id) {
    return editedRows.history(workspaceId, id, SHOWN);
  }

  Optional<Turn> undoable(long workspaceId, Editor editor) {
    return edits
        .undoable(workspaceId, editor)
        .map(it -> new Turn(it, PastEdit.Kind.UNDO, editedRows.of(workspaceId, it)));
  }

  Optional<Turn> redoable(long workspaceId, Editor editor) {
    return edits
        .redoable(workspaceId, editor)
        .map(it ->
            new Turn(
                it,
                PastEdit.Kind.REDO,
                editedRows.of(workspaceId, it).stream().map(Change::turned).toList()));
  }

  void turned(long workspaceId, Turn turn) {
    boolean isUndone = turn.kind() == PastEdit.Kind.UNDO;
    edits.change(
        workspaceId, turn.revision(), isUndone ? EditTable.Stance.UNDONE : EditTable.Stance.STANDS);
  }

  void settle(long workspaceId, Turn turn) {
    edits.change(workspaceId, turn.revision(), EditTable.Stance.SETTLED);
  }
}
