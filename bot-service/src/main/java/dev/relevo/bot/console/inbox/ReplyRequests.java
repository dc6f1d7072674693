package dev.relevo.bot.console.inbox;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which replies were posted from the console already, by the id the page gave them; kept for two
/// days.
@Repository
class ReplyRequests implements ContactRecords {

  private static final Duration KEPT = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  ReplyRequests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Claims the id; false when it was used before. Waits for another transaction that is just using
  /// it.
  boolean claim(WorkspaceId workspace, String request, ContactId contact) {
    return jdbc.sql(
                """
                INSERT INTO bot.reply_request (workspace_id, request_id, contact_id, at)
                VALUES (:workspace, :request, :contact, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("workspace", workspace.value())
            .param("request", request)
            .param("contact", contact.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void posted(WorkspaceId workspace, String request, List<MessageId> messages) {
    var ids = messages.stream().map(MessageId::value).toArray(Long[]::new);
    jdbc.sql(
            """
            UPDATE bot.reply_request SET message_ids = :ids
            WHERE workspace_id = :workspace AND request_id = :request
            """)
        .param("ids", ids)
        .param("workspace", workspace.value())
        .param("request", request)
        .update();
    jdbc.sql("DELETE FROM bot.reply_request WHERE at < :before")
        .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  List<MessageId> messages(WorkspaceId workspace, String request) {
    return jdbc
        .sql(
            """
            SELECT message_ids FROM bot.reply_request
            WHERE workspace_id = :workspace AND request_id = :request
            """)
        .param("workspace", workspace.value())
        .param("request", request)
        .query((row, _) -> (Long[]) row.getArray(1).getArray())
        .optional()
        .stream()
        .flatMap(Arrays::stream)
        .map(MessageId::new)
        .toList();
  }

  @Override
  public void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE bot.reply_request SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  /// The messages themselves are kept and exported elsewhere.
  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of();
  }

  @Override
  public void erase(ContactId contact) {
    jdbc.sql("DELETE FROM bot.reply_request WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }
}
