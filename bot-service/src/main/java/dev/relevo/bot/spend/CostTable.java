package dev.relevo.bot.spend;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.model_call`, summed up.
@Repository
class CostTable {

  private static final int MOST = 100;

  private final JdbcClient jdbc;

  CostTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Calls.Cost> by(WorkspaceId workspace, Calls.Period period, Calls.Cut cut) {
    return jdbc.sql(
            """
            SELECT CASE :cut
                     WHEN 'DAY' THEN day::text
                     WHEN 'ASSISTANT' THEN coalesce(assistant_id, 0)::text
                     WHEN 'CONVERSATION' THEN coalesce(conversation_id::text, '')
                     ELSE purpose
                   END AS key,
                   count(*) AS calls, count(*) FILTER (WHERE state = 'FAILED') AS failed,
                   sum(prompt_tokens) AS read, sum(answer_tokens) AS written, sum(micros) AS micros
            FROM bot.model_call
            WHERE workspace_id = :workspace AND day BETWEEN :first AND :last
            GROUP BY 1
            ORDER BY CASE WHEN :cut = 'DAY' THEN min(day) END,
                     sum(micros) DESC, sum(prompt_tokens) DESC, 1
            LIMIT CASE WHEN :cut = 'DAY' THEN NULL ELSE :most END
            """)
        .param("cut", cut.name())
        .param("workspace", workspace.value())
        .param("first", period.first())
        .param("last", period.last())
        .param("most", MOST)
        .query((row, _) ->
            new Calls.Cost(
                row.getString("key"),
                row.getLong("calls"),
                row.getLong("failed"),
                row.getLong("read"),
                row.getLong("written"),
                row.getLong("micros")))
        .list();
  }

  Calls.Answering answering(WorkspaceId workspace, Calls.Period period) {
    return jdbc.sql(
            """
            SELECT count(DISTINCT message_id) AS messages,
                   count(DISTINCT conversation_id) AS conversations, count(*) AS calls,
                   coalesce(sum(prompt_tokens), 0) AS read, coalesce(sum(micros), 0) AS micros
            FROM bot.model_call
            WHERE workspace_id = :workspace AND day BETWEEN :first AND :last
              AND purpose = 'ANSWER' AND message_id IS NOT NULL
            """)
        .param("workspace", workspace.value())
        .param("first", period.first())
        .param("last", period.last())
        .query((row, _) ->
            new Calls.Answering(
                row.getLong("messages"),
                row.getLong("conversations"),
                row.getLong("calls"),
                row.getLong("read"),
                row.getLong("micros")))
        .single();
  }

  Map<ConversationId, ContactId> contacts(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    var contacts = new HashMap<ConversationId, ContactId>();
    jdbc.sql(
            """
            SELECT DISTINCT conversation_id, contact_id FROM bot.model_call
            WHERE workspace_id = :workspace AND conversation_id = ANY(:conversations)
              AND contact_id IS NOT NULL
            """)
        .param("workspace", workspace.value())
        .param("conversations", Column.ids(conversations, ConversationId::value))
        .query(row -> {
          contacts.put(
              new ConversationId(row.getLong("conversation_id")),
              new ContactId(row.getLong("contact_id")));
        });
    return contacts;
  }
}
