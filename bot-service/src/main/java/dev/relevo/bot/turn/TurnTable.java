package dev.relevo.bot.turn;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.inbound` as a queue of turns. Intake fills it; from then on it is the turn's.
///
/// A turn that is known by its id is asked for as one that is not done. Asked for as one that
/// waits, it would be looked for in the index of those that wait, which was empty when the planner
/// last looked: all of that is read for each of a batch, the longer the more waits.
@Repository
class TurnTable {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /// Of each workspace, so many of the oldest messages are looked at.
  static final int WINDOW = 256;

  /// A turn that ends.
  ///
  /// @param outcome what became of it, in a word or a few
  /// @param conversation in which the bot spoke
  /// @param fingerprint what it said, in a word; empty when it said nothing
  record Ending(
      Turn turn,
      String outcome,
      Optional<ConversationId> conversation,
      Optional<String> fingerprint) {}

  private final JdbcClient jdbc;

  TurnTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The first waiting message of a lane.
  ///
  /// @param due whether its turn may begin now; until then the lane waits. One that is due later
  ///   than any can be was postponed before the clock was put back, and may
  /// @param crowded whether more of its workspace waits than was looked at
  record Head(Turn turn, boolean due, boolean crowded) {}

  /// The first waiting message of each lane, of each workspace in turn. However much waits, only
  /// the oldest of each workspace are looked at; lanes that are left out are looked up in a hash,
  /// for there may be many (`<> ALL` would compare each with each).
  ///
  /// @param passed lanes that are left out
  List<Head> heads(Set<Integer> shards, Set<ContactId> passed, Instant now) {
    return jdbc.sql(
            """
            WITH RECURSIVE tenant (id) AS (
              SELECT min(workspace_id) FROM bot.inbound WHERE state = 'WAITING'
              UNION ALL
              SELECT (SELECT min(i.workspace_id) FROM bot.inbound i
                      WHERE i.state = 'WAITING' AND i.workspace_id > tenant.id)
              FROM tenant WHERE tenant.id IS NOT NULL
            ), oldest AS (
              SELECT waiting.*, count(*) OVER (PARTITION BY waiting.workspace_id) AS looked_at
              FROM tenant CROSS JOIN LATERAL (
                SELECT id, workspace_id, contact_id, shard, message_id, epoch, attempts, spent_millis, due_at,
                  received_at
                FROM bot.inbound
                WHERE state = 'WAITING' AND workspace_id = tenant.id AND shard = ANY(:shards)
                  AND contact_id NOT IN (SELECT unnest(:passed)) AND message_id IS NOT NULL
                ORDER BY id LIMIT :window) waiting
            ), head AS (
              SELECT DISTINCT ON (contact_id) * FROM oldest ORDER BY contact_id, id
            )
            SELECT *, due_at IS NULL OR due_at <= :now OR due_at > :soon AS due, looked_at = :window AS crowded FROM head
            ORDER BY row_number() OVER (PARTITION BY workspace_id ORDER BY id), id
            """)
        .param("window", WINDOW)
        .param("shards", shards.stream().mapToInt(Integer::intValue).toArray())
        .param("passed", numbers(passed, ContactId::value))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("soon", now.plus(Turn.LONGEST_WAIT).atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Head(read(row), row.getBoolean("due"), row.getBoolean("crowded")))
        .list();
  }

  /// Ends the turns that are still open in their lanes; those it ended.
  Set<Long> finish(Collection<Ending> endings, Instant now) {
    var all = List.copyOf(endings);
    return new HashSet<>(
        jdbc.sql(
                """
                UPDATE bot.inbound i
                SET state = 'DONE', outcome = done.outcome, conversation_id = done.conversation,
                    fingerprint = done.fingerprint, done_at = :now, due_at = NULL
                FROM unnest(:ids, :lanes, :outcomes, :conversations, :fingerprints)
                  AS done (id, lane, outcome, conversation, fingerprint)
                WHERE i.id = done.id AND i.contact_id = done.lane AND i.state <> 'DONE'
                RETURNING i.id
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("ids", numbers(all, it -> it.turn().id()))
            .param("lanes", numbers(all, it -> it.turn().lane().value()))
            .param("outcomes", all.stream().map(Ending::outcome).toArray(String[]::new))
            .param("conversations", conversations(all))
            .param("fingerprints", fingerprints(all))
            .query(Long.class)
            .list());
  }

  /// How many messages wait for their turn, over all shards, and since when the longest.
  Queue queue() {
    return jdbc.sql(
            "SELECT count(*) AS waiting, min(received_at) AS since FROM bot.inbound WHERE state = 'WAITING'")
        .query((row, _) ->
            new Queue(
                row.getLong("waiting"),
                Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant)))
        .single();
  }

  /// @param since when the longest waits
  record Queue(long waiting, Optional<Instant> since) {}

  /// It did not work this time: again a little later. Counts once, whoever says so how often.
  ///
  /// @param spent on thinking in all its attempts
  void postpone(Turn turn, Duration spent, Instant now) {
    jdbc.sql(
            """
            UPDATE bot.inbound SET attempts = attempts + 1, spent_millis = :spent, due_at = :due
            WHERE id = :id AND state <> 'DONE' AND attempts = :attempts
            """)
        .param("id", turn.id())
        .param("attempts", turn.attempts())
        .param("spent", spent.toMillis())
        .param("due", turn.again(now).atOffset(ZoneOffset.UTC))
        .update();
  }

  /// What the bot did in these threads lately, since it has the floor.
  Map<ContactId, Doings> doings(Collection<ThreadState> threads, Instant now) {
    var all = List.copyOf(threads);
    var doings = new HashMap<ContactId, Doings>();
    jdbc.sql(
            """
            SELECT lane.id, did.*
            FROM unnest(:lanes, :conversations, CAST(:since AS timestamptz[]))
              AS lane (id, conversation, since)
            CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE i.conversation_id = lane.conversation) AS turns,
                count(*) FILTER (WHERE i.done_at > :minute) AS replies,
                coalesce((array_agg(i.fingerprint ORDER BY i.id DESC))[1\\:20], '{}') AS said,
                coalesce((array_agg(i.received_at ORDER BY i.id DESC))[1\\:20], '{}') AS heard,
                coalesce((array_agg(i.done_at ORDER BY i.id DESC))[1\\:20], '{}') AS answered
              FROM bot.inbound i
              WHERE i.contact_id = lane.id AND i.fingerprint IS NOT NULL AND i.done_at > lane.since
            ) did
            """)
        .param("minute", now.minus(MINUTE).atOffset(ZoneOffset.UTC))
        .param("lanes", numbers(all, it -> it.contact().value()))
        .param(
            "conversations",
            numbers(all, it -> it.conversation().map(ConversationId::value).orElse(0L)))
        .param("since", all.stream().map(it -> it.floorSince().toString()).toArray(String[]::new))
        .query(row -> {
          doings.put(
              new ContactId(row.getLong("id")),
              new Doings(
                  row.getInt("turns"),
                  row.getInt("replies"),
                  texts(row.getArray("said")),
                  exchanges(row.getArray("heard"), row.getArray("answered"))));
        });
    return doings;
  }

  /// Since when the oldest message has waited for its turn, wherever it is taken.
  Optional<Instant> oldest() {
    // Looked up among those that wait; left to itself, the database may walk along all that ever
    // came in.
    return jdbc.sql(
            """
            WITH waiting AS MATERIALIZED (SELECT received_at FROM bot.inbound WHERE state = 'WAITING')
            SELECT received_at FROM waiting ORDER BY received_at LIMIT 1
            """)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static Turn read(ResultSet row) throws SQLException {
    return new Turn(
        row.getLong("id"),
        new WorkspaceId(row.getLong("workspace_id")),
        new ContactId(row.getLong("contact_id")),
        row.getInt("shard"),
        new MessageId(row.getLong("message_id")),
        row.getLong("epoch"),
        row.getInt("attempts"),
        Duration.ofMillis(row.getInt("spent_millis")),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Long[] conversations(List<Ending> endings) {
    var ids = new @Nullable Long[endings.size()];
    Arrays.setAll(ids, i -> endings.get(i).conversation().map(ConversationId::value).orElse(null));
    return ids;
  }

  private static @Nullable String[] fingerprints(List<Ending> endings) {
    var texts = new @Nullable String[endings.size()];
    Arrays.setAll(texts, i -> endings.get(i).fingerprint().orElse(null));
    return texts;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static List<Doings.Exchange> exchanges(Array heard, Array answered) throws SQLException {
    var came = (Timestamp[]) heard.getArray();
    var went = (Timestamp[]) answered.getArray();
    return IntStream.range(0, came.length)
        .mapToObj(it -> new Doings.Exchange(came[it].toInstant(), went[it].toInstant()))
        .toList();
  }

  private static <T> long[] numbers(Collection<T> values, ToLongFunction<T> number) {
    return values.stream().mapToLong(number).toArray();
  }
}
