package dev.relevo.bot.dialogflow;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.dialogflow_connection`.
@Repository
class AgentConnectionTable {

  /// A connection as it lies there.
  ///
  /// @param assistant empty: of all that have none of their own
  /// @param account the service account, which may be shown
  /// @param sealed its key
  record Kept(
      Optional<AssistantId> assistant,
      AgentName agent,
      Optional<String> language,
      String account,
      String sealed) {}

  private final JdbcClient jdbc;

  AgentConnectionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Kept> all(WorkspaceId workspace) {
    return jdbc.sql(
            """
            SELECT assistant_id, project, location, agent, environment, language, account, credentials
            FROM bot.dialogflow_connection WHERE workspace_id = :workspace ORDER BY id
            """)
        .param("workspace", workspace.value())
        .query(AgentConnectionTable::read)
        .list();
  }

  void save(WorkspaceId workspace, Kept kept, MemberId by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO bot.dialogflow_connection
              (workspace_id, assistant_id, project, location, agent, environment, language, account,
               credentials, changed_by, changed_at)
            VALUES (:workspace, :assistant, :project, :location, :agent, :environment, :language,
                    :account, :sealed, :by, :at)
            ON CONFLICT (workspace_id, assistant_id) DO UPDATE SET
              project = EXCLUDED.project, location = EXCLUDED.location, agent = EXCLUDED.agent,
              environment = EXCLUDED.environment, language = EXCLUDED.language,
              account = EXCLUDED.account, credentials = EXCLUDED.credentials,
              changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
            """)
        .param("workspace", workspace.value())
        .param("assistant", number(kept.assistant()))
        .param("project", kept.agent().project())
        .param("location", kept.agent().location())
        .param("agent", kept.agent().agent())
        .param("environment", kept.agent().environment().orElse(null))
        .param("language", kept.language().orElse(null))
        .param("account", kept.account())
        .param("sealed", kept.sealed())
        .param("by", by.value())
        .param("at", Column.at(at))
        .update();
  }

  /// The sealed keys of every workspace.
  List<String> sealed() {
    return jdbc.sql("SELECT credentials FROM bot.dialogflow_connection")
        .query((row, _) -> row.getString(1))
        .list();
  }

  void replace(String old, String fresh) {
    jdbc.sql("UPDATE bot.dialogflow_connection SET credentials = :fresh WHERE credentials = :old")
        .param("fresh", fresh)
        .param("old", old)
        .update();
  }

  boolean remove(WorkspaceId workspace, Optional<AssistantId> assistant) {
    return jdbc.sql(
                """
                DELETE FROM bot.dialogflow_connection
                WHERE workspace_id = :workspace
                  AND assistant_id IS NOT DISTINCT FROM CAST(:assistant AS bigint)
                """)
            .param("workspace", workspace.value())
            .param("assistant", number(assistant))
            .update()
        == 1;
  }

  private static @Nullable Long number(Optional<AssistantId> assistant) {
    return assistant.map(AssistantId::value).orElse(null);
  }

  private static Kept read(ResultSet row, int number) throws SQLException {
    return new Kept(
        Column.optionalId(row, "assistant_id", AssistantId::new),
        new AgentName(
            row.getString("project"),
            row.getString("location"),
            row.getString("agent"),
            Column.optionalText(row, "environment")),
        Column.optionalText(row, "language"),
        row.getString("account"),
        row.getString("credentials"));
  }
}
