package dev.relevo.bot.spend;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// `bot.model_call`, call by call.
@Repository
class CallTable {

  /// The calls made for a message so far, and how many of them asked for something to be done.
  record Turn(int calls, int steps) {}

  /// What a settlement changed.
  record Settled(
      WorkspaceId workspace,
      Optional<ConversationId> conversation,
      LocalDate day,
      BoundTable.Change change) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CallTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Turn turn(WorkspaceId workspace, MessageId message, String purpose) {
    return jdbc.sql(
            """
            SELECT count(*) AS calls, count(*) FILTER (WHERE jsonb_array_length(steps) > 0) AS steps
            FROM bot.model_call
            WHERE workspace_id = :workspace AND message_id = :message AND purpose = :purpose
            """)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .param("purpose", purpose)
        .query((row, _) -> new Turn(row.getInt("calls"), row.getInt("steps")))
        .single();
  }

  long insert(Claim claim, LocalDate day, Instant at) {
    var worst = claim.worst();
    return jdbc.sql(
            """
            INSERT INTO bot.model_call
              (workspace_id, assistant_id, contact_id, conversation_id, message_id, purpose, model,
               state, price_read, price_written, prompt_tokens, answer_tokens, micros, request, day, at)
            VALUES (:workspace, nullif(:assistant, 0), :contact, :conversation, :message, :purpose,
                    :model, 'RESERVED', :read, :written, :prompt, :answer, :micros, :request, :day,
                    :at)
            RETURNING id
            """)
        .param("workspace", claim.workspace().value())
        .param("assistant", claim.assistant().value())
        .param("contact", claim.contact().map(ContactId::value).orElse(null))
        .param("conversation", claim.conversation().map(ConversationId::value).orElse(null))
        .param("message", claim.message().map(MessageId::value).orElse(null))
        .param("purpose", claim.purpose())
        .param("model", worst.model())
        .param("read", worst.price().read())
        .param("written", worst.price().written())
        .param("prompt", worst.promptTokens())
        .param("answer", worst.answerTokens())
        .param("micros", worst.micros())
        .param("request", Column.clean(claim.request()))
        .param("day", day)
        .param("at", Column.at(at))
        .query(Long.class)
        .single();
  }

  /// Empty when it is settled already. No text comes back where texts are gone.
  Optional<Settled> settle(long call, Taken taken) {
    return jdbc.sql(
            """
            UPDATE bot.model_call c
            SET state = CASE WHEN CAST(:fault AS text) IS NULL THEN 'ANSWERED' ELSE 'FAILED' END,
                prompt_tokens = :prompt, answer_tokens = :answer,
                micros = ceil(:prompt * c.price_read + :answer * c.price_written),
                latency_ms = :latency, first_token_ms = :first, fault = :fault,
                answer = CASE WHEN c.request IS NULL THEN NULL ELSE :said END,
                steps = CASE WHEN c.request IS NULL THEN '[]' ELSE CAST(:steps AS jsonb) END
            FROM (SELECT id, prompt_tokens + answer_tokens AS tokens, micros FROM bot.model_call
                  WHERE id = :id AND state = 'RESERVED' FOR UPDATE) AS worst
            WHERE c.id = worst.id
            RETURNING c.workspace_id, c.conversation_id, c.day, c.micros - worst.micros AS micros,
                      c.prompt_tokens + c.answer_tokens - worst.tokens AS tokens
            """)
        .param("id", call)
        .param("fault", taken.fault().orElse(null))
        .param("prompt", taken.promptTokens())
        .param("answer", taken.answerTokens())
        .param("latency", Math.toIntExact(taken.latency().toMillis()))
        .param("first", taken.firstToken().map(it -> Math.toIntExact(it.toMillis())).orElse(null))
        .param("said", Column.clean(taken.answer()))
        .param("steps", Column.cleanJson(json.writeValueAsString(taken.steps())))
        .query((row, _) ->
            new Settled(
                new WorkspaceId(row.getLong("workspace_id")),
                Column.optionalId(row, "conversation_id", ConversationId::new),
                row.getObject("day", LocalDate.class),
                new BoundTable.Change(row.getLong("tokens"), row.getLong("micros"))))
        .optional();
  }

  void note(WorkspaceId workspace, long call, Note note) {
    jdbc.sql(
            """
            UPDATE bot.model_call SET outcome = :outcome, grounds = CAST(:grounds AS jsonb)
            WHERE workspace_id = :workspace AND id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", call)
        .param("outcome", note.outcome())
        .param("grounds", Column.cleanJson(json.writeValueAsString(note)))
        .update();
  }

  List<Call> of(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(
            """
            SELECT * FROM bot.model_call
            WHERE workspace_id = :workspace AND message_id = :message ORDER BY id
            """)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .query(this::read)
        .list();
  }

  Optional<Call> find(WorkspaceId workspace, long id) {
    return jdbc.sql("SELECT * FROM bot.model_call WHERE workspace_id = :workspace AND id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query(this::read)
        .optional();
  }

  private Call read(ResultSet row, int number) throws SQLException {
    return new Call(
        row.getLong("id"),
        new AssistantId(row.getLong("assistant_id")),
        Column.optionalId(row, "contact_id", ContactId::new),
        Column.optionalId(row, "conversation_id", ConversationId::new),
        Column.optionalId(row, "message_id", MessageId::new),
        row.getString("purpose"),
        row.getString("model"),
        Call.State.valueOf(row.getString("state")),
        row.getInt("prompt_tokens"),
        row.getInt("answer_tokens"),
        row.getLong("micros"),
        Column.optionalId(row, "latency_ms", Duration::ofMillis),
        Column.optionalId(row, "first_token_ms", Duration::ofMillis),
        Column.optionalText(row, "fault"),
        Column.optionalText(row, "request"),
        Column.optionalText(row, "answer"),
        List.of(json.readValue(row.getString("steps"), Taken.Step[].class)),
        note(row),
        Column.instant(row, "at"));
  }

  private Optional<Note> note(ResultSet row) throws SQLException {
    return row.getString("outcome") == null
        ? Optional.empty()
        : Optional.of(json.readValue(row.getString("grounds"), Note.class));
  }
}
