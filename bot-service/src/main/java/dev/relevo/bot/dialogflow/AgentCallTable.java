package dev.relevo.bot.dialogflow;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

  private static final String ASKED = "ASKED";
  private static final String ANSWERED = "ANSWERED";

  /// A message that was asked.
  ///
  /// @param answer the protocol's bytes; none while it has not answered, or when it is gone
  record Known(long id, Optional<byte[]> answer) {}

  /// How a call ended.
  record Ended(String outcome, Instant askedAt) {}

  private final JdbcClient jdbc;

  AgentCallTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Known> find(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(
            """
            SELECT id, answer FROM bot.dialogflow_call
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .query((row, _) -> new Known(row.getLong(1), bytes(row.getBytes(2))))
        .optional();
  }

  /// The last one an agent was asked.
  Optional<Ended> last(WorkspaceId workspace, String agent) {
    return jdbc.sql(
            """
            SELECT outcome, asked_at FROM bot.dialogflow_call
            WHERE workspace_id = :workspace AND agent = :agent AND outcome <> 'ASKED'
            ORDER BY asked_at DESC LIMIT 1
            """)
        .param("workspace", workspace.value())
        .param("agent", agent)
        .query((row, _) -> new Ended(row.getString(1), Column.instant(row, "asked_at")))
        .optional();
  }

  Optional<AgentCall> answering(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(
            """
            SELECT id, agent, input, outcome, answer, message_id, asked_at, ended_at
            FROM bot.dialogflow_call WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .query(AgentCallTable::call)
        .optional();
  }

  Optional<AgentCall> numbered(WorkspaceId workspace, long id) {
    return jdbc.sql(
            """
            SELECT id, agent, input, outcome, answer, message_id, asked_at, ended_at
            FROM bot.dialogflow_call WHERE workspace_id = :workspace AND id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .query(AgentCallTable::call)
        .optional();
  }

  /// The call's number; empty when the message was marked before.
  Optional<Long> mark(
      WorkspaceId workspace, Question.Asker asker, String agent, String input, Instant at) {
    return jdbc.sql(
            """
            INSERT INTO bot.dialogflow_call
              (workspace_id, message_id, contact_id, agent, input, asked_at)
            VALUES (:workspace, :message, :contact, :agent, :input, :at)
            ON CONFLICT DO NOTHING
            RETURNING id
            """)
        .param("workspace", workspace.value())
        .param("message", asker.message().value())
        .param("contact", asker.contact().value())
        .param("agent", agent)
        .param("input", Column.clean(input))
        .param("at", Column.at(at))
        .query(Long.class)
        .optional();
  }

  /// Nobody's message.
  long mark(WorkspaceId workspace, String agent, String input, Instant at) {
    return jdbc.sql(
            """
            INSERT INTO bot.dialogflow_call (workspace_id, agent, input, asked_at)
            VALUES (:workspace, :agent, :input, :at)
            RETURNING id
            """)
        .param("workspace", workspace.value())
        .param("agent", agent)
        .param("input", Column.clean(input))
        .param("at", Column.at(at))
        .query(Long.class)
        .single();
  }

  void answered(long call, byte[] answer, Instant at) {
    end(call, ANSWERED, answer, at);
  }

  void failed(long call, Fault fault, Instant at) {
    end(call, fault.name(), null, at);
  }

  private void end(long call, String outcome, byte @Nullable [] answer, Instant at) {
    jdbc.sql(
            """
            UPDATE bot.dialogflow_call
            SET outcome = :outcome, answer = CAST(:answer AS bytea), ended_at = :at
            WHERE id = :call
            """)
        .param("call", call)
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
            SELECT message_id, agent, input, outcome, asked_at::text AS asked_at
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

  int purge(WorkspaceId workspace, Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bot.dialogflow_call WHERE id IN (
              SELECT id FROM bot.dialogflow_call
              WHERE workspace_id = :workspace AND asked_at < :before
              ORDER BY asked_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            """)
        .param("workspace", workspace.value())
        .param("before", Column.at(before))
        .param("limit", limit)
        .update();
  }

  private static AgentCall call(ResultSet row, int number) throws SQLException {
    var outcome = row.getString("outcome");
    var at = Column.instant(row, "asked_at");
    return new AgentCall(
        row.getLong("id"),
        row.getString("agent"),
        Optional.ofNullable(row.getString("input")),
        state(outcome),
        state(outcome) == AgentCall.State.FAILED
            ? Optional.of(Fault.valueOf(outcome))
            : Optional.empty(),
        Optional.ofNullable(row.getTimestamp("ended_at"))
            .map(it -> Duration.between(at, it.toInstant())),
        bytes(row.getBytes("answer")).map(AgentAnswer::json),
        row.getObject("message_id") == null,
        at);
  }

  private static AgentCall.State state(String outcome) {
    return switch (outcome) {
      case ASKED -> AgentCall.State.ASKED;
      case ANSWERED -> AgentCall.State.ANSWERED;
      default -> AgentCall.State.FAILED;
    };
  }

  private static Optional<byte[]> bytes(byte @Nullable [] bytes) {
    return Optional.ofNullable(bytes);
  }
}
