package dev.relevo.knowledge.gap;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.gap`, `knowledge.gap_word` and `knowledge.gap_check`.
@Repository
class GapTable {

  private static final String SELECT =
      """
      SELECT g.id, g.state, g.question, g.row_id, g.count, g.languages, g.first_at, g.last_at,
             g.solved_in, g.mended_row,
             ARRAY(SELECT DISTINCT q.kind FROM knowledge.gap_question q WHERE q.gap_id = g.id) AS kinds
      FROM knowledge.gap g
      """;

  private static final int CANDIDATES = 40;

  private final JdbcClient jdbc;

  GapTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A gap a question may belong to.
  record Candidate(long id, Gap.State state, Set<String> words, String row) {}

  /// The gaps that share the most words with a question.
  List<Candidate> candidates(long workspace, Set<String> words) {
    return jdbc.sql(
            """
            SELECT g.id, g.state, g.words, g.row_id FROM (
              SELECT gap_id, count(*) AS common FROM knowledge.gap_word
              WHERE workspace_id = :workspace AND word = ANY (:words::text[])
              GROUP BY gap_id ORDER BY common DESC, gap_id LIMIT :limit) near
            JOIN knowledge.gap g ON g.id = near.gap_id
            """)
        .param("workspace", workspace)
        .param("words", words.toArray(String[]::new))
        .param("limit", CANDIDATES)
        .query((row, at) ->
            new Candidate(
                row.getLong("id"),
                Gap.State.valueOf(row.getString("state")),
                Set.copyOf(texts(row.getArray("words"))),
                row.getString("row_id")))
        .list();
  }

  long insert(long workspace, Gap.Question founder, Set<String> words) {
    var gap =
        jdbc.sql(
                """
                INSERT INTO knowledge.gap
                  (workspace_id, state, question, words, row_id, count, languages, first_at, last_at)
                VALUES (:workspace, 'OPEN', :question, :words::text[], :row, 0, '{}', :at, :at)
                RETURNING id
                """)
            .param("workspace", workspace)
            .param("question", founder.text())
            .param("words", words.toArray(String[]::new))
            .param("row", founder.row())
            .param("at", founder.at().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    index(workspace, gap, words);
    return gap;
  }

  private void index(long workspace, long gap, Set<String> words) {
    jdbc.sql(
            """
            INSERT INTO knowledge.gap_word (workspace_id, word, gap_id)
            SELECT :workspace, word, :gap FROM unnest(:words::text[]) AS w (word)
            """)
        .param("workspace", workspace)
        .param("gap", gap)
        .param("words", words.toArray(String[]::new))
        .update();
  }

  /// Counts what lies in the group now; opens it again where it was thought solved. A group without
  /// questions is removed.
  void count(long workspace, long gap, boolean reopen) {
    jdbc.sql(
            """
            UPDATE knowledge.gap g
            SET count = q.count, languages = q.languages, first_at = q.first_at, last_at = q.last_at,
                state = CASE WHEN :reopen AND g.state = 'SOLVED' THEN 'OPEN' ELSE g.state END,
                solved_in = CASE WHEN :reopen AND g.state = 'SOLVED' THEN NULL ELSE g.solved_in END,
                row_id = q.row_id
            FROM (SELECT count(*) AS count, array_agg(DISTINCT language) AS languages,
                         min(at) AS first_at, max(at) AS last_at,
                         coalesce(mode() WITHIN GROUP (ORDER BY nullif(row_id, '')), '') AS row_id
                  FROM knowledge.gap_question WHERE workspace_id = :workspace AND gap_id = :gap) q
            WHERE g.workspace_id = :workspace AND g.id = :gap AND q.count > 0
            """)
        .param("workspace", workspace)
        .param("gap", gap)
        .param("reopen", reopen)
        .update();
    jdbc.sql(
            """
            DELETE FROM knowledge.gap g
            WHERE g.workspace_id = :workspace AND g.id = :gap
              AND NOT EXISTS (SELECT FROM knowledge.gap_question q WHERE q.gap_id = g.id)
            """)
        .param("workspace", workspace)
        .param("gap", gap)
        .update();
  }

  void question(long workspace, long gap, String question) {
    jdbc.sql("UPDATE knowledge.gap SET question = :it WHERE workspace_id = :workspace AND id = :id")
        .param("it", question)
        .param("workspace", workspace)
        .param("id", gap)
        .update();
  }

  /// Another question than the one that founded it stands at its beginning now.
  void refound(long workspace, long gap, Set<String> words) {
    jdbc.sql(
            """
            UPDATE knowledge.gap SET words = :words::text[]
            WHERE workspace_id = :workspace AND id = :id
            """)
        .param("words", words.toArray(String[]::new))
        .param("workspace", workspace)
        .param("id", gap)
        .update();
    jdbc.sql("DELETE FROM knowledge.gap_word WHERE workspace_id = :workspace AND gap_id = :id")
        .param("workspace", workspace)
        .param("id", gap)
        .update();
    index(workspace, gap, words);
  }

  /// False when there is no such gap.
  boolean state(long workspace, long gap, Gap.State state, Optional<Integer> solvedIn) {
    return jdbc.sql(
                """
                UPDATE knowledge.gap SET state = :state, solved_in = :solvedIn
                WHERE workspace_id = :workspace AND id = :id
                """)
            .param("state", state.name())
            .param("solvedIn", solvedIn.orElse(null))
            .param("workspace", workspace)
            .param("id", gap)
            .update()
        > 0;
  }

  void mended(long workspace, long gap, String row, String by) {
    jdbc.sql(
            """
            UPDATE knowledge.gap SET mended_row = :row, mended_by = :by
            WHERE workspace_id = :workspace AND id = :id
            """)
        .param("row", row)
        .param("by", by)
        .param("workspace", workspace)
        .param("id", gap)
        .update();
  }

  Optional<Gap> find(long workspace, long gap) {
    return jdbc.sql(SELECT + "WHERE g.workspace_id = :workspace AND g.id = :id")
        .param("workspace", workspace)
        .param("id", gap)
        .query(GapTable::read)
        .optional();
  }

  List<Gap> list(long workspace, Gap.Filter filter, int limit) {
    var order =
        switch (filter.order()) {
          case COUNT -> "g.count DESC, g.last_at DESC, g.id";
          case RECENT -> "g.last_at DESC, g.id";
        };
    return jdbc.sql(
            SELECT
                + """
                WHERE g.workspace_id = :workspace AND g.state = :state
                  AND (:words = '' OR strpos(crm.fold(g.question), crm.fold(:words)) > 0)
                  AND (:kind = '' OR EXISTS (
                    SELECT FROM knowledge.gap_question q WHERE q.gap_id = g.id AND q.kind = :kind))
                ORDER BY %s LIMIT :limit
                """
                    .formatted(order))
        .param("workspace", workspace)
        .param("state", filter.state().name())
        .param("words", filter.words().strip())
        .param("kind", filter.kind().map(Kind::name).orElse(""))
        .param("limit", limit)
        .query(GapTable::read)
        .list();
  }

  /// How many are open.
  int open(long workspace) {
    return jdbc.sql(
            "SELECT count(*) FROM knowledge.gap WHERE workspace_id = :workspace AND state = 'OPEN'")
        .param("workspace", workspace)
        .query(Integer.class)
        .single();
  }

  /// Gaps that a new version may solve, or no longer solve; the latest first.
  List<Gap> checkable(long workspace, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE g.workspace_id = :workspace AND g.state <> 'IGNORED'
                ORDER BY g.last_at DESC LIMIT :limit
                """)
        .param("workspace", workspace)
        .param("limit", limit)
        .query(GapTable::read)
        .list();
  }

  int checked(long workspace) {
    return jdbc.sql("SELECT version FROM knowledge.gap_check WHERE workspace_id = :workspace")
        .param("workspace", workspace)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  void checked(long workspace, int version) {
    jdbc.sql(
            """
            INSERT INTO knowledge.gap_check (workspace_id, version) VALUES (:workspace, :version)
            ON CONFLICT (workspace_id) DO UPDATE SET version = EXCLUDED.version
            """)
        .param("workspace", workspace)
        .param("version", version)
        .update();
  }

  private static Gap read(ResultSet row, int at) throws SQLException {
    return new Gap(
        row.getLong("id"),
        Gap.State.valueOf(row.getString("state")),
        row.getString("question"),
        row.getString("row_id"),
        row.getInt("count"),
        texts(row.getArray("kinds")).stream().map(Kind::valueOf).sorted().toList().reversed(),
        texts(row.getArray("languages")),
        instant(row, "first_at"),
        instant(row, "last_at"),
        Optional.ofNullable(row.getObject("solved_in", Integer.class)),
        Optional.ofNullable(row.getString("mended_row")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
