package dev.relevo.crm.file;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FileTable {
  private final JdbcClient jdbc;

  FileTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  FileId insert(
      WorkspaceId workspace,
      Optional<ContactId> contact,
      String name,
      String mime,
      Spool spool,
      Instant at) {
    var id =
        jdbc.sql(
                """
                INSERT INTO crm.file (workspace_id, contact_id, name, mime, size, sha256, created_at)
                VALUES (:workspace, :contact, :name, :mime, :size, :hash, :at)
                RETURNING id
                """)
            .param("workspace", workspace.value())
            .param("contact", contact.map(ContactId::value).orElse(null))
            .param("name", name)
            .param("mime", mime)
            .param("size", spool.size())
            .param("hash", spool.hash())
            .param("at", Column.at(at))
            .query(Long.class)
            .single();
    return new FileId(id);
  }

  void insertPiece(WorkspaceId workspace, FileId file, int number, byte[] bytes) {
    jdbc.sql(
            """
            INSERT INTO crm.file_piece (workspace_id, file_id, number, bytes)
            VALUES (:workspace, :file, :number, :bytes)
            """)
        .param("workspace", workspace.value())
        .param("file", file.value())
        .param("number", number)
        .param("bytes", bytes)
        .update();
  }

  Optional<StoredFile> find(WorkspaceId workspace, FileId id) {
    return jdbc.sql(
            """
            SELECT name, mime, size FROM crm.file WHERE workspace_id = :workspace AND id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, number) ->
            new StoredFile(
                id, workspace, row.getString("name"), row.getString("mime"), row.getLong("size")))
        .optional();
  }

  Optional<byte[]> piece(FileId id, int number) {
    return jdbc.sql("SELECT bytes FROM crm.file_piece WHERE file_id = :id AND number = :number")
        .param("id", id.value())
        .param("number", number)
        .query((row, n) -> row.getBytes("bytes"))
        .optional();
  }

  void give(FileId file, ContactId to) {
    jdbc.sql("UPDATE crm.file SET contact_id = :to WHERE id = :file AND contact_id IS NULL")
        .param("to", to.value())
        .param("file", file.value())
        .update();
  }

  void remove(Collection<FileId> ids) {
    jdbc.sql("DELETE FROM crm.file WHERE id = ANY (:ids)")
        .param("ids", Column.ids(ids, FileId::value))
        .update();
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE crm.file SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  List<Map<String, @Nullable Object>> of(ContactId contact) {
    return jdbc.sql(
            """
            SELECT id, name, mime, size, created_at::text AS created_at
            FROM crm.file WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM crm.file WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }
}
