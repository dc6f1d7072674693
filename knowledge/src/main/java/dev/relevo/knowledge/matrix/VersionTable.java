package dev.relevo.knowledge.matrix;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.version`.
@Repository
class VersionTable {

  private final JdbcClient jdbc;

  VersionTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// @param id of the version
  /// @param number in its workspace
  record Inserted(long id, int number) {}

  /// Adds the next version; until the transaction ends nobody else adds one to the workspace.
  Inserted insert(long workspaceId, MatrixVersion version) {
    jdbc.sql(
            """
            SELECT pg_advisory_xact_lock(hashtextextended('knowledge.version', :workspace))
            """)
        .param("workspace", workspaceId)
        .query((row, at) -> true)
        .single();
    return jdbc.sql(
            """
            INSERT INTO knowledge.version
              (workspace_id, number, published_at, published_by, note, row_count)
            SELECT :workspace, coalesce(max(number), 0) + 1, :at, :by, :note, :rows
              FROM knowledge.version
             WHERE workspace_id = :workspace
            RETURNING id, number
            """)
        .param("workspace", workspaceId)
        .param("at", version.at().atOffset(ZoneOffset.UTC))
        .param("by", version.by())
        .param("note", version.note())
        .param("rows", version.rows())
        .query((row, at) -> new Inserted(row.getLong("id"), row.getInt("number")))
        .single();
  }

  Optional<Integer> newestNumber(long workspaceId) {
    return jdbc.sql(
            """
            SELECT number FROM knowledge.version
             WHERE workspace_id = :workspace ORDER BY number DESC LIMIT 1
            """)
        .param("workspace", workspaceId)
        .query(Integer.class)
        .optional();
  }

  Optional<MatrixVersion> find(long workspaceId, int number) {
    return jdbc.sql(
            """
            SELECT number, published_at, published_by, note, row_count FROM knowledge.version
             WHERE workspace_id = :workspace AND number = :number
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .query(VersionTable::read)
        .optional();
  }

  List<MatrixVersion> newest(long workspaceId, int most) {
    return jdbc.sql(
            """
            SELECT number, published_at, published_by, note, row_count FROM knowledge.version
             WHERE workspace_id = :workspace ORDER BY number DESC LIMIT :most
            """)
        .param("workspace", workspaceId)
        .param("most", most)
        .query(VersionTable::read)
        .list();
  }

  private static MatrixVersion read(ResultSet row, int at) throws SQLException {
    Instant published = row.getObject("published_at", OffsetDateTime.class).toInstant();
    return new MatrixVersion(
        row.getInt("number"),
        published,
        row.getString("published_by"),
        row.getString("note"),
        row.getInt("row_count"));
  }
}
