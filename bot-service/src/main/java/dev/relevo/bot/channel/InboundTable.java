package dev.relevo.bot.channel;

import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.inbound`, as the ledger. The room `turn` works it off.
@Repository
class InboundTable {

  private final JdbcClient jdbc;

  InboundTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One thing that came in.
  ///
  /// @param outcome set when nothing is to be done about it
  record Row(
      LedgerKey key,
      ContactId contact,
      Optional<MessageId> message,
      long epoch,
      Optional<String> outcome,
      String raw) {

    static Row ofAlias(LedgerKey key, ContactId contact, String raw) {
      return new Row(key, contact, Optional.empty(), 0, Optional.of("ALIAS"), raw);
    }
  }

  /// Which of them are in the ledger.
  Set<LedgerKey> known(Collection<LedgerKey> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT i.workspace_id, i.channel_id, i.external_id
                FROM unnest(:workspaces::bigint[], :channels::text[], :ids::text[]) AS k (workspace, channel, id)
                JOIN bot.inbound i
                  ON i.workspace_id = k.workspace AND i.channel_id = k.channel AND i.external_id = k.id
                """)
            .param("workspaces", numbers(keys, it -> it.workspace().value()))
            .param("channels", texts(keys, LedgerKey::channel))
            .param("ids", texts(keys, LedgerKey::externalId))
            .query((row, number) ->
                new LedgerKey(new WorkspaceId(row.getLong(1)), row.getString(2), row.getString(3)))
            .list());
  }

  /// Writes them in their order, under the threads' locks: within a lane the ids rise with the
  /// commits. Fails when one is there already.
  void insert(List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO bot.inbound (workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch,
                                     state, outcome, raw, received_at, done_at)
            SELECT r.workspace, r.channel, r.id, r.contact, r.contact % :shards, nullif(r.message, 0), r.epoch,
                   CASE WHEN r.outcome = '' THEN 'WAITING' ELSE 'DONE' END, nullif(r.outcome, ''), r.raw::jsonb, :now,
                   CASE WHEN r.outcome = '' THEN NULL ELSE :now END
            FROM unnest(:workspaces::bigint[], :channels::text[], :ids::text[], :contacts::bigint[],
                        :messages::bigint[], :epochs::bigint[], :outcomes::text[], :raws::text[])
              WITH ORDINALITY AS r (workspace, channel, id, contact, message, epoch, outcome, raw, place)
            ORDER BY r.place
            """)
        .param("shards", Leases.SHARDS)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("workspaces", numbers(rows, it -> it.key().workspace().value()))
        .param("channels", texts(rows, it -> it.key().channel()))
        .param("ids", texts(rows, it -> it.key().externalId()))
        .param("contacts", numbers(rows, it -> it.contact().value()))
        .param("messages", numbers(rows, it -> it.message().map(MessageId::value).orElse(0L)))
        .param("epochs", numbers(rows, Row::epoch))
        .param("outcomes", texts(rows, it -> it.outcome().orElse("")))
        .param("raws", texts(rows, Row::raw))
        .update();
  }

  /// The contact's entries go to another. What waits may still be answered when the bot had both
  /// floors.
  void move(ContactId from, ContactId to, Optional<Long> epochBefore, Optional<Long> epochAfter) {
    jdbc.sql(
            """
            UPDATE bot.inbound
            SET contact_id = :to, shard = :to % :shards,
                epoch = CASE WHEN state = 'WAITING' AND epoch = :before THEN :after ELSE epoch END
            WHERE contact_id = :from
            """)
        .param("from", from.value())
        .param("to", to.value())
        .param("shards", Leases.SHARDS)
        .param("before", epochBefore.orElse(-1L))
        .param("after", epochAfter.orElse(-1L))
        .update();
  }

  List<Map<String, @Nullable Object>> export(ContactId contact) {
    return jdbc.sql(
            """
            SELECT channel_id AS channel, external_id AS "externalId", received_at::text AS "receivedAt", outcome,
                   raw::text AS raw
            FROM bot.inbound WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM bot.inbound WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  /// Removes some of what was done before that time; how many.
  int purge(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bot.inbound WHERE id = ANY (ARRAY(
              SELECT id FROM bot.inbound WHERE received_at < :before AND state = 'DONE'
              ORDER BY received_at LIMIT :limit FOR UPDATE SKIP LOCKED))
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  static <T> Long[] numbers(Collection<T> all, Function<T, Long> number) {
    return all.stream().map(number).toArray(Long[]::new);
  }

  static <T> String[] texts(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }
}
