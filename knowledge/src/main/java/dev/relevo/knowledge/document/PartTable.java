package dev.relevo.knowledge.document;

import dev.relevo.knowledge.fetch.Validators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.document_part`.
@Repository
class PartTable {

  private final JdbcClient jdbc;

  PartTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A file or page as it was read last.
  ///
  /// @param address empty for a file
  /// @param hash of its bytes
  /// @param links what it leads on to
  @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals where it is compared.
  record Part(
      String address,
      String title,
      byte[] hash,
      int size,
      Validators validators,
      List<String> links) {}

  void insertFile(long workspace, long document, String title, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO knowledge.document_part
              (workspace_id, document_id, address, title, hash, size, content)
            VALUES (:workspace, :document, '', :title, ''::bytea, :size, :content)
            """)
        .param("workspace", workspace)
        .param("document", document)
        .param("title", title)
        .param("size", content.length)
        .param("content", content)
        .update();
  }

  Optional<byte[]> content(long workspace, long document) {
    return jdbc.sql(
            """
            SELECT content FROM knowledge.document_part
             WHERE workspace_id = :workspace AND document_id = :document AND address = ''
               AND content IS NOT NULL
            """)
        .param("workspace", workspace)
        .param("document", document)
        .query((row, at) -> row.getBytes("content"))
        .optional();
  }

  /// The number of the part, which is there now.
  long keep(long workspace, long document, Part part) {
    return jdbc.sql(
            """
            INSERT INTO knowledge.document_part
              (workspace_id, document_id, address, title, hash, size, entity_tag, last_modified, links)
            VALUES (:workspace, :document, :address, :title, :hash, :size, :tag, :modified, :links::text[])
            ON CONFLICT (workspace_id, document_id, md5(address)) DO UPDATE
              SET title = excluded.title, hash = excluded.hash, size = excluded.size,
                  entity_tag = excluded.entity_tag, last_modified = excluded.last_modified,
                  links = excluded.links
            RETURNING id
            """)
        .param("workspace", workspace)
        .param("document", document)
        .param("address", part.address())
        .param("title", part.title())
        .param("hash", part.hash())
        .param("size", part.size())
        .param("tag", part.validators().entityTag().orElse(null))
        .param("modified", part.validators().lastModified().orElse(null))
        .param("links", part.links().toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  List<Part> all(long workspace, long document) {
    return jdbc.sql(
            """
            SELECT address, title, hash, size, entity_tag, last_modified, links
              FROM knowledge.document_part
             WHERE workspace_id = :workspace AND document_id = :document
            """)
        .param("workspace", workspace)
        .param("document", document)
        .query(PartTable::read)
        .list();
  }

  /// Removes a page with its passages; false if it was not there.
  boolean remove(long workspace, long document, String address) {
    return jdbc.sql(
                """
                DELETE FROM knowledge.document_part
                 WHERE workspace_id = :workspace AND document_id = :document
                   AND md5(address) = md5(:address)
                """)
            .param("workspace", workspace)
            .param("document", document)
            .param("address", address)
            .update()
        > 0;
  }

  private static Part read(ResultSet row, int at) throws SQLException {
    return new Part(
        row.getString("address"),
        row.getString("title"),
        row.getBytes("hash"),
        row.getInt("size"),
        new Validators(
            Optional.ofNullable(row.getString("entity_tag")),
            Optional.ofNullable(row.getString("last_modified"))),
        List.of((String[]) row.getArray("links").getArray()));
  }
}
