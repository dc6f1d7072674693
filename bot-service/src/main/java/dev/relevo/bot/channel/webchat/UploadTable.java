package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.file.FileId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.webchat_upload`: files of visitors who have not said anything yet.
@Repository
class UploadTable {

  private final JdbcClient jdbc;

  UploadTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, FileId file, Instant at) {
    jdbc.sql(
            """
            INSERT INTO bot.webchat_upload (file_id, workspace_id, at) VALUES (:file, :workspace, :at)
            """)
        .param("file", file.value())
        .param("workspace", workspace.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(FileId file) {
    jdbc.sql("DELETE FROM bot.webchat_upload WHERE file_id = :file")
        .param("file", file.value())
        .update();
  }

  /// Takes out some that are older.
  List<FileId> takeOlder(Instant than, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bot.webchat_upload WHERE file_id IN (
              SELECT file_id FROM bot.webchat_upload WHERE at < :than
              ORDER BY at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING file_id
            """)
        .param("than", than.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query((row, _) -> new FileId(row.getLong("file_id")))
        .list();
  }
}
