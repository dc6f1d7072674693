package dev.relevo.bot.spend;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.model_call`, and what it left in `bot.spend_conversation`, as records of people.
@Repository
class CallRecordTable {

  private final JdbcClient jdbc;

  CallRecordTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE bot.model_call SET contact_id = :to WHERE contact_id = :from")
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  List<Map<String, @Nullable Object>> export(ContactId contact) {
    return jdbc.sql(
            """
            SELECT id, conversation_id, message_id, purpose, model, state, prompt_tokens,
                   answer_tokens, micros, request, answer, steps::text AS steps, outcome, at
            FROM bot.model_call WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql(
            """
            DELETE FROM bot.spend_conversation s USING bot.model_call c
            WHERE c.contact_id = :contact AND s.workspace_id = c.workspace_id
              AND s.conversation_id = c.conversation_id
            """)
        .param("contact", contact.value())
        .update();
    jdbc.sql(
            """
            UPDATE bot.model_call
            SET contact_id = NULL, conversation_id = NULL, message_id = NULL, request = NULL,
                answer = NULL, steps = '[]', grounds = '{}', outcome = NULL
            WHERE contact_id = :contact
            """)
        .param("contact", contact.value())
        .update();
  }

  /// Drops some texts from before that time; how many.
  int purge(WorkspaceId workspace, Instant before, int some) {
    return jdbc.sql(
            """
            UPDATE bot.model_call SET request = NULL, answer = NULL, steps = '[]'
            WHERE id IN (SELECT id FROM bot.model_call
                         WHERE workspace_id = :workspace AND at < :before AND request IS NOT NULL
                         ORDER BY at LIMIT :some
                         FOR UPDATE SKIP LOCKED)
            """)
        .param("workspace", workspace.value())
        .param("before", Column.at(before))
        .param("some", some)
        .update();
  }
}
