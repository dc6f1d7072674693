package dev.relevo.knowledge.draft;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.draft`.
@Repository
class DraftTable {

  private final JdbcClient jdbc;

  DraftTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// @param comparedWith the version the rows' states are told against
  record Head(long revision, int comparedWith) {

    /// Never edited, compared with nothing yet.
    static final Head NEW = new Head(0, 0);
  }

  Optional<Head> find(long workspaceId) {
    return jdbc.sql(
            """
            SELECT revision, compared_with FROM knowledge.draft WHERE workspace_id = :workspace
            """)
        .param("workspace", workspaceId)
        .query((row, at) -> new Head(row.getLong(1), row.getInt(2)))
        .optional();
  }

  /// Makes it if there is none. Whoever makes it at the same time waits.
  void insert(long workspaceId) {
    jdbc.sql(
            """
            INSERT INTO knowledge.draft (workspace_id, revision, compared_with)
            VALUES (:workspace, 0, 0) ON CONFLICT DO NOTHING
            """)
        .param("workspace", workspaceId)
        .update();
  }

  /// Until the transaction ends nobody else edits.
  Head lock(long workspaceId) {
    return jdbc.sql(
            """
            SELECT revision, compared_with FROM knowledge.draft
             WHERE workspace_id = :workspace FOR UPDATE
            """)
        .param("workspace", workspaceId)
        .query((row, at) -> new Head(row.getLong(1), row.getInt(2)))
        .single();
  }

  void update(long workspaceId, Head head) {
    jdbc.sql(
            """
            UPDATE knowledge.draft SET revision = :revision, compared_with = :compared
             WHERE workspace_id = :workspace
            """)
        .param("workspace", workspaceId)
        .param("revision", head.revision())
        .param("compared", head.comparedWith())
        .update();
  }
}
