package dev.relevo.knowledge.draft;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.draft`.
@Repository
class DraftTable {

  /// How long an edit waits for the one before it.
  static final Duration PATIENCE = Duration.ofSeconds(4);

  /// PostgreSQL's word for a lock that was not to be had in time.
  private static final String NOT_AVAILABLE = "55P03";

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
  ///
  /// @throws DraftBusy when that takes too long; the transaction is then to be undone
  void insert(long workspaceId) {
    patiently(() ->
        jdbc.sql(
                """
                INSERT INTO knowledge.draft (workspace_id, revision, compared_with)
                VALUES (:workspace, 0, 0) ON CONFLICT DO NOTHING
                """)
            .param("workspace", workspaceId)
            .update());
  }

  /// Until the transaction ends nobody else edits.
  ///
  /// @throws DraftBusy when somebody else's edit takes too long; the transaction is then to be
  ///   undone
  Head lock(long workspaceId) {
    return patiently(() ->
        jdbc.sql(
                """
                SELECT revision, compared_with FROM knowledge.draft
                 WHERE workspace_id = :workspace FOR UPDATE
                """)
            .param("workspace", workspaceId)
            .query((row, at) -> new Head(row.getLong(1), row.getInt(2)))
            .single());
  }

  private <T> T patiently(Supplier<T> locking) {
    waitAtMost(PATIENCE);
    try {
      var locked = locking.get();
      waitAtMost(Duration.ZERO);
      return locked;
    } catch (DataAccessException e) {
      if (e.getMostSpecificCause() instanceof SQLException cause
          && NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw new DraftBusy();
      }
      throw e;
    }
  }

  /// @param patience zero for as long as it takes
  private void waitAtMost(Duration patience) {
    jdbc.sql("SELECT set_config('lock_timeout', :millis, true)")
        .param("millis", Long.toString(patience.toMillis()))
        .query(String.class)
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
