package dev.relevo.bot.channel;

import static dev.relevo.bot.channel.InboundTable.numbers;
import static dev.relevo.bot.channel.InboundTable.texts;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.receipt`, as the ledger. The room `outbox` works it off.
@Repository
class ReceiptLedger {

  private final JdbcClient jdbc;

  ReceiptLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One receipt of the slice with that number.
  record Row(int slice, LedgerKey key, Arrival.Receipt receipt) {

    Mark mark() {
      return new Mark(key, receipt.kind().name());
    }
  }

  record Mark(LedgerKey key, String kind) {}

  /// Whether each was new.
  interface Inserted {
    void forEach(BiConsumer<Integer, Boolean> slice);
  }

  /// Writes what is new. In a fixed order, so that two replicas that write the same never wait for
  /// each other in a circle.
  Inserted insert(List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return slice -> {};
    }
    var sorted =
        rows.stream()
            .sorted(
                Comparator.comparingLong((Row it) -> it.key().workspace().value())
                    .thenComparing(it -> it.key().channel())
                    .thenComparing(it -> it.key().externalId())
                    .thenComparing(it -> it.receipt().kind()))
            .toList();
    var fresh = new HashSet<>(write(sorted, now));
    return slice -> sorted.forEach(it -> slice.accept(it.slice(), fresh.remove(it.mark())));
  }

  private List<Mark> write(List<Row> rows, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO bot.receipt (workspace_id, channel_id, external_id, kind, callback, code, reason, provider_at,
                                     state, raw, received_at)
            SELECT r.workspace, r.channel, r.id, r.kind, nullif(r.callback, ''), nullif(r.code, ''),
                   nullif(r.reason, ''), nullif(r.at, '')::timestamptz,
                   'WAITING', r.raw::jsonb, :now
            FROM unnest(:workspaces::bigint[], :channels::text[], :ids::text[], :kinds::text[], :callbacks::text[],
                        :codes::text[], :reasons::text[], :times::text[], :raws::text[])
              WITH ORDINALITY AS r (workspace, channel, id, kind, callback, code, reason, at, raw, place)
            ORDER BY r.place
            ON CONFLICT (workspace_id, channel_id, external_id, kind) DO NOTHING
            RETURNING workspace_id, channel_id, external_id, kind
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("workspaces", numbers(rows, it -> it.key().workspace().value()))
        .param("channels", texts(rows, it -> it.key().channel()))
        .param("ids", texts(rows, it -> it.key().externalId()))
        .param("kinds", texts(rows, it -> it.receipt().kind().name()))
        .param("callbacks", optional(rows, Arrival.Receipt::callback))
        .param("codes", optional(rows, Arrival.Receipt::code))
        .param("reasons", optional(rows, Arrival.Receipt::reason))
        .param("times", optional(rows, it -> it.at().map(Instant::toString)))
        .param("raws", texts(rows, it -> it.receipt().raw()))
        .query((row, number) ->
            new Mark(
                new LedgerKey(new WorkspaceId(row.getLong(1)), row.getString(2), row.getString(3)),
                row.getString(4)))
        .list();
  }

  private static String[] optional(
      List<Row> rows, java.util.function.Function<Arrival.Receipt, Optional<String>> part) {
    return texts(rows, it -> part.apply(it.receipt()).orElse(""));
  }

  /// Receipts name nobody; they belong to whom the parcel they speak of was for.
  List<Map<String, @Nullable Object>> export(ContactId contact) {
    return jdbc.sql(
            """
            SELECT r.channel_id AS channel, r.external_id AS "externalId", r.kind,
                   r.received_at::text AS "receivedAt", r.raw::text AS raw
            FROM bot.receipt r
            """
                + OF_CONTACT
                + " ORDER BY r.id")
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  /// To be called while the parcels are still there.
  void erase(ContactId contact) {
    jdbc.sql(
            "DELETE FROM bot.receipt WHERE id IN (SELECT r.id FROM bot.receipt r "
                + OF_CONTACT
                + ")")
        .param("contact", contact.value())
        .update();
  }

  /// Removes some of what came before that time; how many.
  int purge(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM bot.receipt WHERE id = ANY (ARRAY(
              SELECT id FROM bot.receipt WHERE received_at < :before
              ORDER BY received_at LIMIT :limit FOR UPDATE SKIP LOCKED))
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  private static final String OF_CONTACT =
      """
      WHERE EXISTS (
        SELECT FROM bot.parcel p
        WHERE p.contact_id = :contact AND p.workspace_id = r.workspace_id AND p.channel_id = r.channel_id
          AND (p.external_id = r.external_id OR r.callback = 'relevo-' || p.id))
      """;
}
