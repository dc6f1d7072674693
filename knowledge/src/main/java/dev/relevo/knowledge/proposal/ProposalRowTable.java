package dev.relevo.knowledge.proposal;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowJson;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.proposal_row`.
@Repository
class ProposalRowTable {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final RowJson json = new RowJson();

  ProposalRowTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  void insert(long workspaceId, long proposal, List<Row> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      var batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      jdbc.sql(
              """
              INSERT INTO knowledge.proposal_row
                (workspace_id, proposal_id, position, row_id, content)
              SELECT :workspace, :proposal, :from + ordinality - 1, row_id, content::jsonb
                FROM unnest(:ids::text[], :contents::text[]) WITH ORDINALITY
                  AS added (row_id, content, ordinality)
              """)
          .param("workspace", workspaceId)
          .param("proposal", proposal)
          .param("from", from)
          .param("ids", batch.stream().map(row -> row.id().value()).toArray(String[]::new))
          .param("contents", batch.stream().map(json::written).toArray(String[]::new))
          .update();
    }
  }

  List<Row> rows(long workspaceId, long proposal) {
    return jdbc.sql(
            """
            SELECT row_id, content FROM knowledge.proposal_row
             WHERE workspace_id = :workspace AND proposal_id = :proposal ORDER BY position
            """)
        .param("workspace", workspaceId)
        .param("proposal", proposal)
        .query((row, at) -> json.read(row.getString("row_id"), row.getString("content")))
        .list();
  }

  void delete(long workspaceId, long proposal) {
    jdbc.sql(
            """
            DELETE FROM knowledge.proposal_row
             WHERE workspace_id = :workspace AND proposal_id = :proposal
            """)
        .param("workspace", workspaceId)
        .param("proposal", proposal)
        .update();
  }
}
