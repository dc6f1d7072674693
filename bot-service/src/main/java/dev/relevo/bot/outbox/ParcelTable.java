package dev.relevo.bot.outbox;

import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.parcel`. Except for what [#orphan] does, a lane's parcels are written under its thread's
/// lock.
@Repository
class ParcelTable {

  private static final String COLUMNS =
      """
      id, workspace_id, contact_id, shard, message_id, channel_id, address_id, rank, epoch,
      inbound_id, state, attempts, created_at
      """;

  /// When a parcel is due that need not wait, whatever the clock says now or later.
  private static final Instant AT_ONCE = Instant.EPOCH;

  private final JdbcClient jdbc;

  ParcelTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<MessageId> dead(WorkspaceId workspace, int limit) {
    return jdbc.sql(
            """
            SELECT message_id FROM bot.parcel
            WHERE workspace_id = :workspace AND state = 'DEAD'
            ORDER BY settled_at DESC, id DESC LIMIT :limit
            """)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((row, number) -> new MessageId(row.getLong(1)))
        .list();
  }

  /// Which lanes have a parcel that could go now. A lane's head is what is on the wire or
  /// unconfirmed, else the lowest rank and number; a follow-up that is not due does not stand in
  /// the lane, a parcel that is tried again does. One whose last try is still to come was tried
  /// before the clock was put back, and does not wait until then.
  List<ContactId> ready(
      Set<Integer> shards,
      Set<ContactId> heldLanes,
      Set<ChannelId> heldChannels,
      Instant now,
      int limit) {
    return jdbc.sql(
            """
            WITH head AS (
              SELECT DISTINCT ON (contact_id) id, contact_id, channel_id, state, rank, due_at, sending_at
              FROM bot.parcel
              WHERE shard = ANY(:shards) AND state IN ('QUEUED', 'SENDING', 'UNKNOWN')
                AND NOT (state = 'QUEUED' AND attempts = 0 AND due_at > :now)
              ORDER BY contact_id, (state <> 'QUEUED') DESC, rank, id
            )
            SELECT contact_id FROM head
            WHERE state <> 'SENDING' AND (due_at <= :now OR sending_at > :now)
              AND contact_id NOT IN (SELECT unnest(:lanes)) AND channel_id <> ALL(:channels)
            ORDER BY rank, id LIMIT :limit
            """)
        .param("shards", shards.stream().mapToInt(Integer::intValue).toArray())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("lanes", numbers(heldLanes, ContactId::value))
        .param("channels", heldChannels.stream().map(ChannelId::value).toArray(String[]::new))
        .param("limit", limit)
        .query((row, number) -> new ContactId(row.getLong("contact_id")))
        .list();
  }

  /// The heads of these lanes as they are now that the threads are locked.
  List<Parcel> heads(Collection<ContactId> lanes, Instant now) {
    return jdbc.sql(
            """
            SELECT %s
            FROM unnest(:lanes) AS lane
            CROSS JOIN LATERAL (
              SELECT * FROM bot.parcel
              WHERE shard = lane %% :shards AND contact_id = lane AND state IN ('QUEUED', 'SENDING', 'UNKNOWN')
                AND NOT (state = 'QUEUED' AND attempts = 0 AND due_at > :now)
              ORDER BY (state <> 'QUEUED') DESC, rank, id LIMIT 1
            ) head
            WHERE state <> 'SENDING' AND (due_at <= :now OR sending_at > :now)
            ORDER BY rank, id
            """
                .formatted(COLUMNS))
        .param("shards", Leases.SHARDS)
        .param("lanes", numbers(lanes, ContactId::value))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(ParcelTable::read)
        .list();
  }

  /// A parcel to be made.
  ///
  /// @param message that must not be sent when it is failed
  record New(Message message, ThreadState thread, Post post) {

    private boolean dead() {
      return message.state() == MessageState.FAILED;
    }

    private @Nullable Long epoch() {
      return orNull(post.byPerson() ? OptionalLong.empty() : post.epoch());
    }
  }

  /// Makes them, in their order.
  void insert(List<New> parcels, Instant now) {
    if (parcels.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO bot.parcel (workspace_id, contact_id, shard, message_id, channel_id, address_id,
                                    rank, epoch, inbound_id, state, due_at, reason, created_at, settled_at)
            SELECT p.workspace, p.contact, p.contact % :shards, p.message, p.channel, p.address,
                   p.rank, p.epoch, p.inbound, CASE WHEN p.dead THEN 'DEAD' ELSE 'QUEUED' END,
                   CAST(p.due AS timestamptz), p.reason, :now, CASE WHEN p.dead THEN :now END
            FROM unnest(:workspaces, :contacts, :messages, :channels, :addresses,
                        :ranks, :epochs, :inbounds, :dead, :dues, :reasons) WITH ORDINALITY
              AS p (workspace, contact, message, channel, address,
                    rank, epoch, inbound, dead, due, reason, place)
            ORDER BY p.place
            """)
        .param("shards", Leases.SHARDS)
        .param("now", Column.at(now))
        .param("workspaces", numbers(parcels, it -> it.thread().workspace().value()))
        .param("contacts", numbers(parcels, it -> it.message().contact().value()))
        .param("messages", numbers(parcels, it -> it.message().id().value()))
        .param("channels", Column.texts(parcels, it -> it.message().channel().value()))
        .param("addresses", numbers(parcels, it -> it.message().address().value()))
        .param("ranks", parcels.stream().mapToInt(it -> it.post().byPerson() ? 0 : 1).toArray())
        .param("epochs", Column.numbers(parcels, New::epoch))
        .param("inbounds", Column.numbers(parcels, it -> orNull(it.post().inbound())))
        .param("dead", Column.flags(parcels, New::dead))
        .param("dues", Column.times(parcels, it -> due(it.post(), now)))
        .param("reasons", Column.texts(parcels, it -> it.message().reason().orElse(null)))
        .update();
  }

  private static Instant due(Post post, Instant now) {
    return post.after().isZero() ? AT_ONCE : now.plus(post.after());
  }

  /// Withdraws what the bot has not sent yet in threads whose floor has changed since it spoke;
  /// their messages. Looked up lane by lane (`OFFSET 0` keeps it so): the index of what is open is
  /// full of what was open a moment ago, and the planner would rather read all of it.
  List<MessageId> withdraw(Collection<ThreadState> threads, Instant now) {
    return jdbc.sql(
            """
            WITH stale AS (
              SELECT queued.id
              FROM unnest(:contacts, :epochs) AS thread (contact_id, epoch)
              CROSS JOIN LATERAL (
                SELECT p.id, p.epoch FROM bot.parcel p
                WHERE p.shard = thread.contact_id % :shards AND p.contact_id = thread.contact_id
                  AND p.state = 'QUEUED' AND p.epoch IS NOT NULL
                OFFSET 0
              ) queued
              WHERE queued.epoch <> thread.epoch
            )
            UPDATE bot.parcel p SET state = 'WITHDRAWN', settled_at = :now
            FROM stale WHERE p.id = stale.id
            RETURNING p.message_id
            """)
        .param("shards", Leases.SHARDS)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("contacts", numbers(threads, it -> it.contact().value()))
        .param("epochs", numbers(threads, ThreadState::epoch))
        .query((row, number) -> new MessageId(row.getLong("message_id")))
        .list();
  }

  /// Withdraws whatever the bot has not sent yet to the contact, the words of its hand-over too: a
  /// person speaks now.
  List<MessageId> withdrawAll(ContactId contact, Instant now) {
    return jdbc.sql(
            """
            UPDATE bot.parcel SET state = 'WITHDRAWN', settled_at = :now
            WHERE contact_id = :contact AND state = 'QUEUED' AND epoch IS NOT NULL
            RETURNING message_id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("contact", contact.value())
        .query((row, number) -> new MessageId(row.getLong("message_id")))
        .list();
  }

  /// What was said under the one epoch holds under the other.
  void carryOver(ContactId contact, long from, long to) {
    jdbc.sql(
            """
            UPDATE bot.parcel SET epoch = :to
            WHERE contact_id = :contact AND epoch = :from AND state IN ('QUEUED', 'SENDING', 'UNKNOWN')
            """)
        .param("contact", contact.value())
        .param("from", from)
        .param("to", to)
        .update();
  }

  /// Puts them on the wire. Whoever was unconfirmed is now sent a second time.
  void sending(Collection<Parcel> parcels, Map<Integer, Long> tokens, Instant now) {
    if (parcels.isEmpty()) {
      return;
    }
    var list = List.copyOf(parcels);
    jdbc.sql(
            """
            UPDATE bot.parcel p
            SET resent = p.resent OR p.state = 'UNKNOWN', state = 'SENDING',
                attempts = p.attempts + 1, sending_at = :now, token = claimed.token
            FROM unnest(:ids, :tokens) AS claimed (id, token) WHERE p.id = claimed.id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", numbers(list, Parcel::id))
        .param("tokens", numbers(list, it -> tokens.getOrDefault(it.shard(), 0L)))
        .update();
  }

  /// A parcel on the wire.
  ///
  /// @param token of the lease under which it was put there
  record OnTheWire(long id, int shard, long token) {}

  /// All that are on the wire in these shards, under whichever lease.
  List<OnTheWire> sending(Set<Integer> shards) {
    return jdbc.sql(
            """
            SELECT id, shard, coalesce(token, 0) AS token FROM bot.parcel
            WHERE shard = ANY(:shards) AND state = 'SENDING'
            """)
        .param("shards", shards.stream().mapToInt(Integer::intValue).toArray())
        .query(
            (row, _) -> new OnTheWire(row.getLong("id"), row.getInt("shard"), row.getLong("token")))
        .list();
  }

  /// Their senders are gone and nobody knows what became of them; how many are still as they were
  /// seen.
  int orphan(Collection<OnTheWire> parcels, Instant due) {
    if (parcels.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            """
            UPDATE bot.parcel p SET state = 'UNKNOWN', due_at = :due
            FROM unnest(:ids, :tokens) AS seen (id, token)
            WHERE p.id = seen.id AND p.state = 'SENDING' AND coalesce(p.token, 0) = seen.token
            """)
        .param("due", due.atOffset(ZoneOffset.UTC))
        .param("ids", numbers(parcels, OnTheWire::id))
        .param("tokens", numbers(parcels, OnTheWire::token))
        .update();
  }

  /// Queues a dead parcel anew, as a person's; false when it is not dead.
  boolean requeue(MessageId message) {
    return jdbc.sql(
                """
                UPDATE bot.parcel
                SET state = 'QUEUED', attempts = 0, due_at = :atOnce, rank = 0, epoch = NULL,
                    reason = NULL, settled_at = NULL, external_id = NULL
                WHERE message_id = :message AND state = 'DEAD'
                """)
            .param("message", message.value())
            .param("atOnce", AT_ONCE.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Parcel> find(MessageId message) {
    return jdbc.sql("SELECT %s FROM bot.parcel WHERE message_id = :id".formatted(COLUMNS))
        .param("id", message.value())
        .query(ParcelTable::read)
        .optional();
  }

  /// How many parcels of that state there are in these shards, and the age of the oldest.
  long open(Set<Integer> shards) {
    return jdbc.sql(
            """
            SELECT count(*) FROM bot.parcel
            WHERE shard = ANY(:shards) AND state IN ('QUEUED', 'SENDING', 'UNKNOWN')
            """)
        .param("shards", shards.stream().mapToInt(Integer::intValue).toArray())
        .query(Long.class)
        .single();
  }

  /// What waits to be sent and is due, over all shards, and since when the longest; and what was
  /// given up and is still kept.
  Backlog backlog(Instant now) {
    return jdbc.sql(
            """
            SELECT count(*) AS waiting, min(greatest(created_at, CASE WHEN attempts = 0 THEN due_at END)) AS since,
                   (SELECT count(*) FROM bot.parcel WHERE state = 'DEAD') AS dead
            FROM bot.parcel
            WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN') AND NOT (attempts = 0 AND due_at > :now)
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Backlog(
                row.getLong("waiting"),
                Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant),
                row.getLong("dead")))
        .single();
  }

  /// @param since when the longest waits
  record Backlog(long waiting, Optional<Instant> since, long dead) {}

  /// Forgets what was sent or withdrawn before that time; receipts no longer come for it.
  int purge(Instant before) {
    return jdbc.sql(
            """
            DELETE FROM bot.parcel WHERE id IN (
              SELECT id FROM bot.parcel
              WHERE settled_at < :before AND state IN ('SENT', 'WITHDRAWN') LIMIT 5000)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  static Parcel read(ResultSet row, int number) throws SQLException {
    return new Parcel(
        row.getLong("id"),
        new WorkspaceId(row.getLong("workspace_id")),
        new ContactId(row.getLong("contact_id")),
        row.getInt("shard"),
        new MessageId(row.getLong("message_id")),
        new ChannelId(row.getString("channel_id")),
        new AddressId(row.getLong("address_id")),
        row.getInt("rank"),
        number(row, "epoch"),
        number(row, "inbound_id"),
        Parcel.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getTimestamp("created_at").toInstant());
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    var number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  static <T> long[] numbers(Collection<T> values, ToLongFunction<T> number) {
    return values.stream().mapToLong(number).toArray();
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
