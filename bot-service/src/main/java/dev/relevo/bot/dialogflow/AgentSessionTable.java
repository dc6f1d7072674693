package dev.relevo.bot.dialogflow;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.dialogflow_session`.
@Repository
class AgentSessionTable {

  private final JdbcClient jdbc;

  AgentSessionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Session> find(WorkspaceId workspace, ContactId contact, String agent) {
    return jdbc.sql(
            """
            SELECT conversation_id, number, epoch, engaged, ended, misses, spent, used_at
            FROM bot.dialogflow_session
            WHERE workspace_id = :workspace AND contact_id = :contact AND agent = :agent
            """)
        .param("workspace", workspace.value())
        .param("contact", contact.value())
        .param("agent", agent)
        .query(AgentSessionTable::read)
        .optional();
  }

  void keep(WorkspaceId workspace, ContactId contact, String agent, Session session) {
    jdbc.sql(
            """
            INSERT INTO bot.dialogflow_session
              (workspace_id, contact_id, agent, conversation_id, number, epoch, engaged, ended,
               misses, spent, used_at)
            VALUES (:workspace, :contact, :agent, :conversation, :number, :epoch, :engaged, :ended,
                    :misses, :spent, :used)
            ON CONFLICT (workspace_id, contact_id, agent) DO UPDATE SET
              conversation_id = EXCLUDED.conversation_id, number = EXCLUDED.number,
              epoch = EXCLUDED.epoch, engaged = EXCLUDED.engaged, ended = EXCLUDED.ended,
              misses = EXCLUDED.misses, spent = EXCLUDED.spent, used_at = EXCLUDED.used_at
            """)
        .param("workspace", workspace.value())
        .param("contact", contact.value())
        .param("agent", agent)
        .param("conversation", session.conversation())
        .param("number", session.number())
        .param("epoch", session.epoch())
        .param("engaged", session.engaged())
        .param("ended", session.ended())
        .param("misses", session.misses())
        .param("spent", Column.texts(session.spent(), it -> it))
        .param("used", Column.at(session.usedAt()))
        .update();
  }

  List<Map<String, @Nullable Object>> of(ContactId contact) {
    return jdbc.sql(
            """
            SELECT agent, conversation_id, number, misses, used_at::text AS used_at
            FROM bot.dialogflow_session WHERE contact_id = :contact ORDER BY agent
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM bot.dialogflow_session WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  private static Session read(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getLong("conversation_id"),
        row.getInt("number"),
        row.getLong("epoch"),
        row.getBoolean("engaged"),
        row.getBoolean("ended"),
        row.getInt("misses"),
        Set.of((String[]) row.getArray("spent").getArray()),
        Column.instant(row, "used_at"));
  }
}
