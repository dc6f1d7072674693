package dev.relevo.knowledge.draft;

import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.edit`: the journal.
@Repository
class EditTable {

  /// Whether an edit can be taken back.
  enum Stance {
    /// It can be undone.
    STANDS,
    /// It was undone and can be redone.
    UNDONE,
    /// Neither: somebody built upon it, or it was no editor's own.
    SETTLED
  }

  private final JdbcClient jdbc;

  EditTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  void insert(long workspaceId, Stamp stamp, PastEdit.Kind kind) {
    jdbc.sql(
            """
            INSERT INTO knowledge.edit
              (workspace_id, revision, kind, stance, editor_id, editor, edited_at)
            VALUES (:workspace, :revision, :kind, :stance, :editor, :name, :at)
            """)
        .param("workspace", workspaceId)
        .param("revision", stamp.revision())
        .param("kind", kind.name())
        .param("stance", (kind == PastEdit.Kind.EDIT ? Stance.STANDS : Stance.SETTLED).name())
        .param("editor", stamp.editor().id())
        .param("name", stamp.editor().name())
        .param("at", stamp.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The newest edit of an editor that stands.
  Optional<Long> undoable(long workspaceId, Editor editor) {
    return jdbc.sql(
            """
            SELECT max(revision) FROM knowledge.edit
             WHERE workspace_id = :workspace AND editor_id = :editor
               AND kind = 'EDIT' AND stance = 'STANDS'
            """)
        .param("workspace", workspaceId)
        .param("editor", editor.id())
        .query((row, at) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /// The oldest edit of theirs that is undone: the last they took back.
  Optional<Long> redoable(long workspaceId, Editor editor) {
    return jdbc.sql(
            """
            SELECT min(revision) FROM knowledge.edit
             WHERE workspace_id = :workspace AND editor_id = :editor
               AND kind = 'EDIT' AND stance = 'UNDONE'
            """)
        .param("workspace", workspaceId)
        .param("editor", editor.id())
        .query((row, at) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /// Whoever edits anew does not redo what they undid before.
  void settleUndone(long workspaceId, Editor editor) {
    jdbc.sql(
            """
            UPDATE knowledge.edit SET stance = 'SETTLED'
             WHERE workspace_id = :workspace AND editor_id = :editor
               AND kind = 'EDIT' AND stance = 'UNDONE'
            """)
        .param("workspace", workspaceId)
        .param("editor", editor.id())
        .update();
  }

  void change(long workspaceId, long revision, Stance stance) {
    jdbc.sql(
            """
            UPDATE knowledge.edit SET stance = :stance
             WHERE workspace_id = :workspace AND revision = :revision
            """)
        .param("workspace", workspaceId)
        .param("revision", revision)
        .param("stance", stance.name())
        .update();
  }
}
