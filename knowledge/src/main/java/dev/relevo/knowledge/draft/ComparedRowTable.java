package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowJson;
import dev.relevo.knowledge.matrix.RowState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// `knowledge.draft_row` beside the newest version: what that holds of each row.
@Repository
class ComparedRowTable {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final RowJson json = new RowJson();

  ComparedRowTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// The version's rows that the draft has, and holds for another or for none of it.
  Set<RowId> differing(long workspaceId, List<Row> version) {
    var differing = new HashSet<RowId>();
    for (var batch : batches(version)) {
      ids(with(
              """
              SELECT row.row_id FROM knowledge.draft_row AS row
                JOIN unnest(:ids::text[], :contents::text[]) AS version (row_id, content)
                  ON row.workspace_id = :workspace AND row.row_id = version.row_id
               WHERE row.published IS DISTINCT FROM version.content::jsonb
              """,
              workspaceId,
              batch))
          .forEach(differing::add);
    }
    return differing;
  }

  /// The rows that were written in a later revision.
  List<RowId> since(long workspaceId, long revision) {
    return ids(
        jdbc.sql(
                """
                SELECT row_id FROM knowledge.draft_row
                 WHERE workspace_id = :workspace AND revision > :revision
                """)
            .param("workspace", workspaceId)
            .param("revision", revision));
  }

  /// Takes over how the version has these rows.
  void take(long workspaceId, List<Row> rows) {
    for (var batch : batches(rows)) {
      with(
              """
              UPDATE knowledge.draft_row AS row SET published = version.content::jsonb
                FROM unnest(:ids::text[], :contents::text[]) AS version (row_id, content)
               WHERE row.workspace_id = :workspace AND row.row_id = version.row_id
                 AND row.published IS DISTINCT FROM version.content::jsonb
              """,
              workspaceId,
              batch)
          .update();
    }
  }

  /// Forgets how older versions had the rows that the version lacks.
  void forget(long workspaceId, List<Row> version) {
    var kept = version.stream().map(Row::id).collect(Collectors.toSet());
    var lacking = compared(workspaceId).stream().filter(it -> !kept.contains(it)).toList();
    if (!lacking.isEmpty()) {
      jdbc.sql(
              """
              UPDATE knowledge.draft_row AS row SET published = NULL
                FROM unnest(:ids::text[]) AS lacking (row_id)
               WHERE row.workspace_id = :workspace AND row.row_id = lacking.row_id
              """)
          .param("workspace", workspaceId)
          .param("ids", lacking.stream().map(RowId::value).toArray(String[]::new))
          .update();
    }
  }

  private List<RowId> compared(long workspaceId) {
    return ids(
        jdbc.sql(
                """
                SELECT row_id FROM knowledge.draft_row
                 WHERE workspace_id = :workspace AND published IS NOT NULL
                """)
            .param("workspace", workspaceId));
  }

  /// The rows marked to leave that the version no longer has.
  List<RowId> left(long workspaceId) {
    return ids(
        jdbc.sql(
                """
                SELECT row_id FROM knowledge.draft_row
                 WHERE workspace_id = :workspace AND state = 'TO_DELETE' AND published IS NULL
                 ORDER BY position
                """)
            .param("workspace", workspaceId));
  }

  private StatementSpec with(String sql, long workspaceId, List<Row> rows) {
    return jdbc.sql(sql)
        .param("workspace", workspaceId)
        .param("ids", ids(rows))
        .param("contents", rows.stream().map(this::content).toArray(String[]::new));
  }

  /// The same for the same row, whatever its state: that is a column of its own.
  private String content(Row row) {
    return json.written(row.withState(RowState.PROGRAMMED));
  }

  private static List<RowId> ids(StatementSpec query) {
    return query.query((row, at) -> new RowId(row.getString(1))).list();
  }

  private static String[] ids(List<Row> rows) {
    return rows.stream().map(it -> it.id().value()).toArray(String[]::new);
  }

  private static List<List<Row>> batches(List<Row> rows) {
    var batches = new ArrayList<List<Row>>();
    for (int from = 0; from < rows.size(); from += BATCH) {
      batches.add(rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
    return batches;
  }
}
