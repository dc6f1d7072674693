package dev.relevo.bot.channel;

import static dev.relevo.bot.channel.InboundTable.numbers;
import static dev.relevo.bot.channel.InboundTable.texts;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `bot.media`: files customers sent that must still be fetched.
@Repository
class MediaTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  MediaTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A file to be fetched.
  record Row(LedgerKey key, ContactId contact, MessageId message, Map<String, String> reference) {}

  /// A file somebody is about to fetch.
  record Claim(
      long id,
      WorkspaceId workspace,
      ChannelId channel,
      ContactId contact,
      MessageId message,
      Map<String, String> reference,
      int attempts) {}

  /// Tells of every commit that brought files. The listener must not block.
  void onArrival(Runnable listener) {
    listeners.add(listener);
  }

  /// In the caller's transaction.
  void insert(List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO bot.media (workspace_id, channel_id, contact_id, message_id, reference, state, due_at)
            SELECT r.workspace, r.channel, r.contact, r.message, r.reference::jsonb, 'WAITING', :now
            FROM unnest(:workspaces::bigint[], :channels::text[], :contacts::bigint[], :messages::bigint[],
                        :references::text[]) AS r (workspace, channel, contact, message, reference)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("workspaces", numbers(rows, it -> it.key().workspace().value()))
        .param("channels", texts(rows, it -> it.key().channel()))
        .param("contacts", numbers(rows, it -> it.contact().value()))
        .param("messages", numbers(rows, it -> it.message().value()))
        .param("references", texts(rows, it -> JSON.writeValueAsString(it.reference())))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            listeners.forEach(Runnable::run);
          }
        });
  }

  /// Takes what is due; nobody else gets it before the time is over.
  List<Claim> claim(Instant now, Duration during, int limit) {
    return jdbc.sql(
            """
            UPDATE bot.media SET attempts = attempts + 1, due_at = :until
            WHERE id = ANY (ARRAY(
              SELECT id FROM bot.media WHERE state = 'WAITING' AND due_at <= :now
              ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED))
            RETURNING id, workspace_id, channel_id, contact_id, message_id, reference::text, attempts
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("until", now.plus(during).atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(MediaTable::read)
        .list();
  }

  /// Whose it is now; empty when it is gone or done.
  Optional<ContactId> owner(long id) {
    return jdbc.sql("SELECT contact_id FROM bot.media WHERE id = :id AND state = 'WAITING'")
        .param("id", id)
        .query((row, number) -> new ContactId(row.getLong(1)))
        .optional();
  }

  void later(long id, Instant due, String reason) {
    jdbc.sql(
            "UPDATE bot.media SET due_at = :due, reason = :reason WHERE id = :id AND state = 'WAITING'")
        .param("id", id)
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  /// True for the one who ends it.
  boolean end(long id, String state, Optional<String> reason) {
    return jdbc.sql(
                "UPDATE bot.media SET state = :state, reason = :reason WHERE id = :id AND state = 'WAITING'")
            .param("id", id)
            .param("state", state)
            .param("reason", reason.orElse(null))
            .update()
        == 1;
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE bot.media SET contact_id = :to WHERE contact_id = :from")
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  List<Map<String, @Nullable Object>> export(ContactId contact) {
    return jdbc.sql(
            """
            SELECT channel_id AS channel, message_id AS message, state, reference::text AS reference
            FROM bot.media WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM bot.media WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  /// Removes some that ended before that time; how many.
  int purge(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bot.media WHERE id = ANY (ARRAY(
              SELECT id FROM bot.media WHERE due_at < :before AND state <> 'WAITING' LIMIT :limit FOR UPDATE SKIP LOCKED))
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  private static Claim read(ResultSet row, int number) throws SQLException {
    return new Claim(
        row.getLong("id"),
        new WorkspaceId(row.getLong("workspace_id")),
        new ChannelId(row.getString("channel_id")),
        new ContactId(row.getLong("contact_id")),
        new MessageId(row.getLong("message_id")),
        JSON.readValue(row.getString("reference"), WORDS),
        row.getInt("attempts"));
  }
}
