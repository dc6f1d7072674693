package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Folded;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowJson;
import dev.relevo.knowledge.matrix.RowState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.draft_line`, the rows as they are looked through.
@Repository
class DraftRowQueries {

  private static final String ROW = "row_id, content, state, revision, changed_by, changed_at";

  private final JdbcClient jdbc;
  private final RowJson json = new RowJson();

  DraftRowQueries(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Rows that pass the filter, below a row or from the top.
  List<DraftRow> rows(long workspaceId, Filter filter, Optional<RowId> below, int most) {
    var where = new Where(workspaceId, filter);
    below.ifPresent(it ->
        where.and(
            """
            position > (SELECT position FROM knowledge.draft_line
                         WHERE workspace_id = :workspace AND row_id = :below)
            """,
            "below",
            it.value()));
    return jdbc.sql(
            "SELECT "
                + ROW
                + " FROM knowledge.draft_line"
                + where.sql
                + " ORDER BY position LIMIT :most")
        .params(where.values)
        .param("most", most)
        .query((row, at) -> read(row))
        .list();
  }

  int count(long workspaceId, Filter filter) {
    var where = new Where(workspaceId, filter);
    return jdbc.sql("SELECT count(*) FROM knowledge.draft_line" + where.sql)
        .params(where.values)
        .query(Integer.class)
        .single();
  }

  List<DraftRow> find(long workspaceId, Collection<RowId> ids) {
    return jdbc.sql(
            "SELECT "
                + ROW
                + """
                 FROM knowledge.draft_line JOIN unnest(:ids::text[]) AS wanted (row_id) USING (row_id)
                 WHERE workspace_id = :workspace ORDER BY position
                """)
        .param("workspace", workspaceId)
        .param("ids", ids.stream().map(RowId::value).toArray(String[]::new))
        .query((row, at) -> read(row))
        .list();
  }

  Snapshot snapshot(long workspaceId) {
    var snapshot =
        jdbc.sql(
                """
                SELECT draft.revision, it.row_id, it.content, it.state
                  FROM knowledge.draft LEFT JOIN knowledge.draft_line AS it USING (workspace_id)
                 WHERE workspace_id = :workspace ORDER BY it.position
                """)
            .param("workspace", workspaceId)
            .query((ResultSetExtractor<Snapshot>) this::snapshot);
    return Objects.requireNonNull(snapshot);
  }

  private Snapshot snapshot(ResultSet found) throws SQLException {
    long revision = 0;
    var rows = new ArrayList<Row>();
    while (found.next()) {
      revision = found.getLong("revision");
      if (found.getString("row_id") != null) {
        rows.add(row(found));
      }
    }
    return new Snapshot(revision, new Matrix(rows));
  }

  /// The row right above another.
  Optional<RowId> above(long workspaceId, RowId id) {
    return jdbc.sql(
            """
            SELECT row_id FROM knowledge.draft_line
             WHERE workspace_id = :workspace
               AND position < (SELECT position FROM knowledge.draft_line
                                WHERE workspace_id = :workspace AND row_id = :id)
             ORDER BY position DESC LIMIT 1
            """)
        .param("workspace", workspaceId)
        .param("id", id.value())
        .query((row, at) -> new RowId(row.getString(1)))
        .optional();
  }

  /// The highest number that stands behind a prefix; 0 where none does.
  long lastNumber(long workspaceId, String prefix) {
    return jdbc.sql(
            """
            SELECT coalesce(max(substr(row_id, length(:prefix) + 1)::bigint), 0)
              FROM knowledge.draft_line
             WHERE workspace_id = :workspace AND left(row_id, length(:prefix)) = :prefix
               AND substr(row_id, length(:prefix) + 1) ~ '^[0-9]{1,12}$'
            """)
        .param("workspace", workspaceId)
        .param("prefix", prefix)
        .query(Long.class)
        .single();
  }

  Map<RowState, Integer> states(long workspaceId) {
    var states = new EnumMap<RowState, Integer>(RowState.class);
    jdbc.sql(
            """
            SELECT state, count(*) AS rows FROM knowledge.draft_line
             WHERE workspace_id = :workspace GROUP BY state
            """)
        .param("workspace", workspaceId)
        .query((row, at) -> states.put(RowState.valueOf(row.getString(1)), row.getInt(2)))
        .list();
    return states;
  }

  List<String> categories(long workspaceId) {
    return distinct(workspaceId, "category");
  }

  List<String> languages(long workspaceId) {
    return distinct(workspaceId, "language");
  }

  /// The values of an indexed column, jumping from one to the next: few among many rows.
  private List<String> distinct(long workspaceId, String column) {
    return jdbc.sql(
            """
            WITH RECURSIVE found (value) AS (
              (SELECT min(%1$s) FROM knowledge.draft_line WHERE workspace_id = :workspace)
              UNION ALL
              SELECT (SELECT min(%1$s) FROM knowledge.draft_line
                       WHERE workspace_id = :workspace AND %1$s > found.value)
                FROM found WHERE found.value IS NOT NULL)
            SELECT value FROM found WHERE value <> '' LIMIT 500
            """
                .formatted(column))
        .param("workspace", workspaceId)
        .query((row, at) -> row.getString(1))
        .list();
  }

  private DraftRow read(ResultSet row) throws SQLException {
    return new DraftRow(
        row(row),
        row.getLong("revision"),
        row.getString("changed_by"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private Row row(ResultSet row) throws SQLException {
    return json.read(row.getString("row_id"), row.getString("content"))
        .withState(RowState.valueOf(row.getString("state")));
  }

  /// The conditions of a filter, only those it has, so that each can use its index.
  private static final class Where {

    private final Map<String, Object> values = new HashMap<>();
    private String sql = " WHERE workspace_id = :workspace";

    Where(long workspaceId, Filter filter) {
      values.put("workspace", workspaceId);
      filter.category().ifPresent(it -> and("category = :category", "category", it));
      filter.language().ifPresent(it -> and("language = :language", "language", it));
      filter.state().ifPresent(it -> and("state = :state", "state", it.name()));
      query(filter.text())
          .ifPresent(it -> and("words @@ to_tsquery('simple', :words)", "words", it));
    }

    void and(String condition, String name, Object value) {
      sql += " AND " + condition;
      values.put(name, value);
    }

    /// The beginnings of all words, whatever else was typed.
    private static Optional<String> query(String text) {
      var words =
          Arrays.stream(Folded.of(text).split("[^\\p{L}\\p{Nd}]+", -1))
              .filter(word -> !word.isEmpty())
              .limit(20)
              .collect(Collectors.joining(":* & "));
      return words.isEmpty() ? Optional.empty() : Optional.of(words + ":*");
    }
  }
}
