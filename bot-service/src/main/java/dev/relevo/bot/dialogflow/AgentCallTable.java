package dev.relevo.bot.dialogflow;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.dialogflow_call`.
@Repository
class AgentCallTable {

  /// A message that was asked.
  ///
  /// @param outcome `ASKED`, `ANSWERED`, or a [Fault]
  /// @param answer the protocol's bytes; none while it has not answered
  record Call(String outcome, Optional<byte[]> answer, Instant askedAt) {}

  private final JdbcClient jdbc;

  AgentCallTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Call> find(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(
            """
            SELECT outcome, answer, asked_at FROM bot.dialogflow_call
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .query((row, _) -> new Call(row.getString(1), bytes(row.getBytes(2)), at(row)))
        .optional();
  }

  /// The last one an agent was asked.
  Optional<Call> last(WorkspaceId workspace, String agent) {
    return jdbc.sql(
            """
            SELECT outcome, NULL::bytea, asked_at FROM bot.dialogflow_call
            WHERE workspace_id = :workspace AND agent = :agent AND outcome <> 'ASKED'
            ORDER BY asked_at DESC LIMIT 1
            """)
        .param("workspace", workspace.value())
        .param("agent", agent)
        .query((row, _) -> new Call(row.getString(1), bytes(row.getBytes(2)), at(row)))
        .optional();
  }

  /// False when the message was marked before.
  boolean mark(WorkspaceId workspace, Question.Asker asker, String agent, Instant at) {
    return jdbc.sql(
                """
                INSERT INTO bot.dialogflow_call
                  (workspace_id, message_id, contact_id, agent, asked_at)
                VALUES (:workspace, :message, :contact, :agent, :at)
                ON CONFLICT DO NOTHING
                """)
            .param("workspace", workspace.value())
            .param("message", asker.message().value())
            .param("contact", asker.contact().value())
            .param("agent", agent)
            .param("at", Column.at(at))
            .update()
        == 1;
  }

  void answered(WorkspaceId workspace, MessageId message, byte[] answer, Instant at) {
    end(workspace, message, "ANSWERED", answer, at);
  }

  void failed(WorkspaceId workspace, MessageId message, Fault fault, Instant at) {
    end(workspace, message, fault.name(), null, at);
  }

  private void end(
      WorkspaceId workspace,
      MessageId message,
      String outcome,
      byte @Nullable [] answer,
      Instant at) {
    jdbc.sql(
            """
            UPDATE bot.dialogflow_call
            SET outcome = :outcome, answer = CAST(:answer AS bytea), ended_at = :at
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .param("outcome", outcome)
        .param("answer", answer)
        .param("at", Column.at(at))
        .update();
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE bot.dialogflow_call SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  List<Map<String, @Nullable Object>> of(ContactId contact) {
    return jdbc.sql(
            """
            SELECT message_id, agent, outcome, asked_at::text AS asked_at
            FROM bot.dialogflow_call WHERE contact_id = :contact ORDER BY message_id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM bot.dialogflow_call WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  int purge(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bot.dialogflow_call WHERE (workspace_id, message_id) IN (
              SELECT workspace_id, message_id FROM bot.dialogflow_call
              WHERE asked_at < :before ORDER BY asked_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            """)
        .param("before", Column.at(before))
        .param("limit", limit)
        .update();
  }

  private static Optional<byte[]> bytes(byte @Nullable [] bytes) {
    return Optional.ofNullable(bytes);
  }

  private static Instant at(ResultSet row) throws SQLException {
    return Column.instant(row, "asked_at");
  }
}
