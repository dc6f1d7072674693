package dev.relevo.knowledge.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.replay_run`.
@Repository
class RunTable {

  private static final String SELECT =
      """
      SELECT id, revision, version, conversations, state, questions, done, same, started_by,
             started_at, ended_at
      FROM knowledge.replay_run
      """;

  private final JdbcClient jdbc;

  RunTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// What is about to be tried.
  record Start(long revision, int version, int conversations, String by) {}

  /// Empty when one is running already.
  Optional<Long> insert(long workspace, Start start, Instant now) {
    try {
      return jdbc.sql(
              """
              INSERT INTO knowledge.replay_run
                (workspace_id, revision, version, conversations, state, started_by, started_at, seen_at)
              VALUES (:workspace, :revision, :version, :conversations, 'RUNNING', :by, :now, :now)
              RETURNING id
              """)
          .param("workspace", workspace)
          .param("revision", start.revision())
          .param("version", start.version())
          .param("conversations", start.conversations())
          .param("by", start.by())
          .param("now", now.atOffset(ZoneOffset.UTC))
          .query(Long.class)
          .optional();
    } catch (DuplicateKeyException running) {
      return Optional.empty();
    }
  }

  /// False when it is to stop.
  boolean progress(long workspace, long run, int questions, int done, Instant now) {
    return jdbc.sql(
                """
                UPDATE knowledge.replay_run SET questions = :questions, done = :done, seen_at = :now
                WHERE workspace_id = :workspace AND id = :id AND state = 'RUNNING'
                """)
            .param("questions", questions)
            .param("done", done)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("workspace", workspace)
            .param("id", run)
            .update()
        > 0;
  }

  /// False when it had ended already.
  boolean end(long workspace, long run, Run.State state, int same, Instant now) {
    return jdbc.sql(
                """
                UPDATE knowledge.replay_run
                SET state = :state, same = :same, ended_at = :now,
                    done = CASE WHEN :state = 'DONE' THEN questions ELSE done END
                WHERE workspace_id = :workspace AND id = :id AND state = 'RUNNING'
                """)
            .param("state", state.name())
            .param("same", same)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("workspace", workspace)
            .param("id", run)
            .update()
        > 0;
  }

  /// Those that are silent since then died with their process.
  void fail(long workspace, Instant silentSince, Instant now) {
    jdbc.sql(
            """
            UPDATE knowledge.replay_run SET state = 'FAILED', ended_at = :now
            WHERE workspace_id = :workspace AND state = 'RUNNING' AND seen_at < :since
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("workspace", workspace)
        .param("since", silentSince.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Keeps the newest only.
  void forget(long workspace, int kept) {
    jdbc.sql(
            """
            DELETE FROM knowledge.replay_run WHERE workspace_id = :workspace AND id NOT IN (
              SELECT id FROM knowledge.replay_run WHERE workspace_id = :workspace
              ORDER BY id DESC LIMIT :kept)
            """)
        .param("workspace", workspace)
        .param("kept", kept)
        .update();
  }

  Optional<Run> find(long workspace, long run) {
    return jdbc.sql(SELECT + "WHERE workspace_id = :workspace AND id = :id")
        .param("workspace", workspace)
        .param("id", run)
        .query(this::read)
        .optional();
  }

  List<Run> newest(long workspace, int limit) {
    return jdbc.sql(SELECT + "WHERE workspace_id = :workspace ORDER BY id DESC LIMIT :limit")
        .param("workspace", workspace)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private Run read(ResultSet row, int at) throws SQLException {
    var id = row.getLong("id");
    return new Run(
        id,
        row.getLong("revision"),
        row.getInt("version"),
        row.getInt("conversations"),
        Run.State.valueOf(row.getString("state")),
        row.getInt("questions"),
        row.getInt("done"),
        row.getInt("same"),
        row.getString("started_by"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        counts(id, "verdict", Change.Verdict.class),
        counts(id, "kind", Change.Kind.class));
  }

  private <E extends Enum<E>> Map<E, Integer> counts(long run, String column, Class<E> type) {
    var counts = new EnumMap<E, Integer>(type);
    jdbc.sql(
            """
            SELECT %1$s AS word, count(*) AS count FROM knowledge.replay_change
            WHERE run_id = :run GROUP BY %1$s
            """
                .formatted(column))
        .param("run", run)
        .query(row -> {
          counts.put(Enum.valueOf(type, row.getString("word")), row.getInt("count"));
        });
    return counts;
  }
}
