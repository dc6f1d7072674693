package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.row`.
@Repository
class RowTable {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final RowJson json = new RowJson();

  RowTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  void insert(long workspaceId, long versionId, List<Row> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      insert(workspaceId, versionId, from, rows.subList(from, Math.min(rows.size(), from + BATCH)));
    }
  }

  private void insert(long workspaceId, long versionId, int from, List<Row> rows) {
    var ids = new ArrayList<String>();
    var contents = new ArrayList<String>();
    for (var row : rows) {
      ids.add(row.id().value());
      contents.add(json.written(row));
    }
    jdbc.sql(
            """
            INSERT INTO knowledge.row (workspace_id, version_id, position, row_id, content)
            SELECT :workspace, :version, :from + ordinality - 1, row_id, content::jsonb
              FROM unnest(:ids::text[], :contents::text[]) WITH ORDINALITY
                AS added (row_id, content, ordinality)
            """)
        .param("workspace", workspaceId)
        .param("version", versionId)
        .param("from", from)
        .param("ids", ids.toArray(String[]::new))
        .param("contents", contents.toArray(String[]::new))
        .update();
  }

  Optional<Row> row(long workspaceId, int number, RowId id) {
    return jdbc.sql(
            """
            SELECT row_id, content FROM knowledge.row
             WHERE workspace_id = :workspace AND row_id = :id
               AND version_id = (SELECT id FROM knowledge.version
                                  WHERE workspace_id = :workspace AND number = :number)
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .param("id", id.value())
        .query((row, at) -> json.read(row.getString("row_id"), row.getString("content")))
        .optional();
  }

  List<Row> rows(long workspaceId, int number) {
    return jdbc.sql(
            """
            SELECT row_id, content FROM knowledge.row
             WHERE workspace_id = :workspace
               AND version_id = (SELECT id FROM knowledge.version
                                  WHERE workspace_id = :workspace AND number = :number)
             ORDER BY position
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .query((row, at) -> json.read(row.getString("row_id"), row.getString("content")))
        .list();
  }

  List<Row> some(long workspaceId, int number, int from, int most) {
    return jdbc.sql(
            """
            SELECT row_id, content FROM knowledge.row
             WHERE workspace_id = :workspace
               AND version_id = (SELECT id FROM knowledge.version
                                  WHERE workspace_id = :workspace AND number = :number)
               AND position >= :from
             ORDER BY position LIMIT :most
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .param("from", from)
        .param("most", most)
        .query((row, at) -> json.read(row.getString("row_id"), row.getString("content")))
        .list();
  }
}
