package dev.relevo.knowledge.replay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.row_test`.
@Repository
class TestTable {

  private final JdbcClient jdbc;

  TestTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// The same question again leads to the new row.
  void put(long workspace, RowTests.Test test, Instant at) {
    jdbc.sql(
            """
            INSERT INTO knowledge.row_test
              (workspace_id, row_id, question, language, folded, added_by, added_at)
            VALUES (:workspace, :row, :question, :language, :folded, :by, :at)
            ON CONFLICT (workspace_id, folded) DO UPDATE
            SET row_id = EXCLUDED.row_id, question = EXCLUDED.question,
                language = EXCLUDED.language, added_by = EXCLUDED.added_by,
                added_at = EXCLUDED.added_at
            """)
        .param("workspace", workspace)
        .param("row", test.row())
        .param("question", test.question())
        .param("language", test.language())
        .param("folded", Truth.folded(test.question()))
        .param("by", test.by())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean remove(long workspace, long id) {
    return jdbc.sql("DELETE FROM knowledge.row_test WHERE workspace_id = :workspace AND id = :id")
            .param("workspace", workspace)
            .param("id", id)
            .update()
        > 0;
  }

  List<RowTests.Test> all(long workspace) {
    return jdbc.sql(
            """
            SELECT id, row_id, question, language, added_by FROM knowledge.row_test
            WHERE workspace_id = :workspace ORDER BY row_id, id
            """)
        .param("workspace", workspace)
        .query((row, at) ->
            new RowTests.Test(
                row.getLong("id"),
                row.getString("row_id"),
                row.getString("question"),
                row.getString("language"),
                row.getString("added_by")))
        .list();
  }
}
