package dev.relevo.knowledge.proposal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.policy`.
@Repository
class PolicyTable {

  private final JdbcClient jdbc;

  PolicyTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  boolean wantsApproval(long workspaceId) {
    return jdbc.sql("SELECT approval FROM knowledge.policy WHERE workspace_id = :workspace")
        .param("workspace", workspaceId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void wantApproval(long workspaceId, boolean wanted) {
    jdbc.sql(
            """
            INSERT INTO knowledge.policy (workspace_id, approval) VALUES (:workspace, :wanted)
            ON CONFLICT (workspace_id) DO UPDATE SET approval = excluded.approval
            """)
        .param("workspace", workspaceId)
        .param("wanted", wanted)
        .update();
  }
}
