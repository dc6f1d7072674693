package dev.relevo.knowledge.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// `knowledge.replay_change` and `knowledge.judgement`.
@Repository
class ChangeTable {

  private static final int BATCH = 500;

  private static final String SELECT =
      """
      SELECT position, question, language, times, message_id, contact_id, kind, verdict,
             before, after
      FROM knowledge.replay_change
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  ChangeTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Contacts erased meanwhile leave no change behind.
  void insert(long workspace, long run, List<Change> changes) {
    for (int from = 0; from < changes.size(); from += BATCH) {
      insert(workspace, run, from, changes.subList(from, Math.min(changes.size(), from + BATCH)));
    }
  }

  private void insert(long workspace, long run, int from, List<Change> some) {
    var lines = new ArrayList<String>();
    some.forEach(it -> lines.add(json.writeValueAsString(it)));
    jdbc.sql(
            """
            INSERT INTO knowledge.replay_change
              (workspace_id, run_id, position, question, language, times, message_id, contact_id,
               kind, verdict, before, after)
            SELECT :workspace, :run, :from + n, l ->> 'question', l ->> 'language',
                   (l ->> 'times')::int, (l ->> 'message')::bigint, c.id, l ->> 'kind',
                   l ->> 'verdict', l -> 'before', l -> 'after'
            FROM unnest(:lines::jsonb[]) WITH ORDINALITY AS given (l, n)
            JOIN crm.contact c ON c.workspace_id = :workspace AND c.id = (l ->> 'contact')::bigint
            """)
        .param("workspace", workspace)
        .param("run", run)
        .param("from", from)
        .param("lines", lines.toArray(String[]::new))
        .update();
  }

  List<Change> list(
      long workspace,
      long run,
      Optional<Change.Verdict> verdict,
      Optional<Change.Kind> kind,
      int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE workspace_id = :workspace AND run_id = :run
                  AND (:verdict = '' OR verdict = :verdict) AND (:kind = '' OR kind = :kind)
                ORDER BY position LIMIT :limit
                """)
        .param("workspace", workspace)
        .param("run", run)
        .param("verdict", verdict.map(Enum::name).orElse(""))
        .param("kind", kind.map(Enum::name).orElse(""))
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  Optional<Change> find(long workspace, long run, int position) {
    return jdbc.sql(
            SELECT
                + """
                WHERE workspace_id = :workspace AND run_id = :run AND position = :position
                """)
        .param("workspace", workspace)
        .param("run", run)
        .param("position", position)
        .query(this::read)
        .optional();
  }

  void verdict(long workspace, long run, int position, Change.Verdict verdict) {
    jdbc.sql(
            """
            UPDATE knowledge.replay_change SET verdict = :verdict
            WHERE workspace_id = :workspace AND run_id = :run AND position = :position
            """)
        .param("verdict", verdict.name())
        .param("workspace", workspace)
        .param("run", run)
        .param("position", position)
        .update();
  }

  void judge(long workspace, Truth.Judgement judgement, String by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO knowledge.judgement
              (workspace_id, folded, row_id, fits, judged_by, judged_at)
            VALUES (:workspace, :folded, :row, :fits, :by, :at)
            ON CONFLICT (workspace_id, folded, row_id) DO UPDATE
            SET fits = EXCLUDED.fits, judged_by = EXCLUDED.judged_by,
                judged_at = EXCLUDED.judged_at
            """)
        .param("workspace", workspace)
        .param("folded", judgement.folded())
        .param("row", judgement.key())
        .param("fits", judgement.fits())
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Truth.Judgement> judgements(long workspace) {
    return jdbc.sql(
            "SELECT folded, row_id, fits FROM knowledge.judgement WHERE workspace_id = :workspace")
        .param("workspace", workspace)
        .query((row, at) ->
            new Truth.Judgement(
                row.getString("folded"), row.getString("row_id"), row.getBoolean("fits")))
        .list();
  }

  void move(long from, long to) {
    jdbc.sql("UPDATE knowledge.replay_change SET contact_id = :to WHERE contact_id = :from")
        .param("from", from)
        .param("to", to)
        .update();
  }

  void erase(long contact) {
    jdbc.sql("DELETE FROM knowledge.replay_change WHERE contact_id = :contact")
        .param("contact", contact)
        .update();
  }

  private Change read(ResultSet row, int at) throws SQLException {
    return new Change(
        row.getInt("position"),
        row.getString("question"),
        row.getString("language"),
        row.getInt("times"),
        row.getLong("message_id"),
        row.getLong("contact_id"),
        Change.Kind.valueOf(row.getString("kind")),
        Change.Verdict.valueOf(row.getString("verdict")),
        json.readValue(row.getString("before"), Lead.class),
        json.readValue(row.getString("after"), Lead.class));
  }
}
