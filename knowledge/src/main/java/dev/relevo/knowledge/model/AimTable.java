package dev.relevo.knowledge.model;

import dev.relevo.knowledge.retriever.Aim;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.aim`.
@Repository
class AimTable {

  private final JdbcClient jdbc;

  AimTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  Optional<Aim> find(long workspaceId) {
    return jdbc.sql(
            "SELECT precision, off_topic FROM knowledge.aim WHERE workspace_id = :workspace")
        .param("workspace", workspaceId)
        .query((row, _) ->
            new Aim(
                Optional.ofNullable(row.getObject("precision", Double.class)),
                row.getDouble("off_topic")))
        .optional();
  }

  void put(long workspaceId, Aim aim) {
    jdbc.sql(
            """
            INSERT INTO knowledge.aim (workspace_id, precision, off_topic)
            VALUES (:workspace, :precision, :offTopic)
            ON CONFLICT (workspace_id) DO UPDATE
              SET precision = excluded.precision, off_topic = excluded.off_topic
            """)
        .param("workspace", workspaceId)
        .param("precision", aim.precision().orElse(null))
        .param("offTopic", aim.offTopic())
        .update();
  }
}
