package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ContactId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What became of parcels, and what else concerns `bot.parcel` as a record of the past.
@Repository
class SettlementTable {

  /// The end, or the pause, of a parcel's attempt under way.
  ///
  /// @param refunded the attempt does not count
  record Settlement(
      Parcel parcel,
      Parcel.State state,
      Optional<String> externalId,
      Optional<String> reason,
      Optional<Instant> due,
      boolean refunded) {

    /// Which, counted from 1; a later one has its own settlement.
    int attempt() {
      return parcel.attempts() + 1;
    }
  }

  /// What a receipt says of a parcel.
  record Confirmation(long parcel, Parcel.State state, String externalId, Optional<String> reason) {

    private Confirmation then(Confirmation later) {
      return new Confirmation(parcel, later.state, externalId, later.reason);
    }
  }

  private final JdbcClient jdbc;

  SettlementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes them where that attempt is still the last and open; those parcels. What is open is told
  /// by what it is not, so that the planner finds parcels by their ids, and not among all open
  /// ones.
  Set<Long> settle(Collection<Settlement> settlements, Instant now) {
    var all = List.copyOf(settlements);
    return new HashSet<>(
        jdbc.sql(
                """
                UPDATE bot.parcel p
                SET state = done.state,
                    external_id = coalesce(done.external_id, p.external_id),
                    reason = done.reason,
                    due_at = coalesce(done.due::timestamptz, p.due_at),
                    attempts = p.attempts - done.refund,
                    settled_at = CASE WHEN done.state IN ('SENT', 'DEAD') THEN :now::timestamptz END
                FROM unnest(:ids, :attempts, :states, :externals, :reasons, :dues, :refunds)
                  AS done (id, attempt, state, external_id, reason, due, refund)
                WHERE p.id = done.id AND p.attempts = done.attempt
                  AND p.state NOT IN ('QUEUED', 'SENT', 'DEAD', 'WITHDRAWN')
                RETURNING p.id
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("ids", ParcelTable.numbers(all, it -> it.parcel().id()))
            .param("attempts", all.stream().mapToInt(Settlement::attempt).toArray())
            .param("states", all.stream().map(it -> it.state().name()).toArray(String[]::new))
            .param("externals", texts(all.stream().map(Settlement::externalId).toList()))
            .param("reasons", texts(all.stream().map(Settlement::reason).toList()))
            .param("dues", texts(all.stream().map(it -> it.due().map(Instant::toString)).toList()))
            .param("refunds", all.stream().mapToInt(it -> it.refunded() ? 1 : 0).toArray())
            .query(Long.class)
            .list());
  }

  /// A parcel ends without (another) attempt.
  void end(long parcel, Parcel.State state, String reason, Instant now) {
    jdbc.sql(
            """
            UPDATE bot.parcel SET state = :state, reason = :reason, settled_at = :now WHERE id = :id
            """)
        .param("id", parcel)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Receipts say what became of parcels, whatever we thought. Of several for one parcel the last
  /// tells the state, and the first its id at the provider.
  void confirm(Collection<Confirmation> confirmations, Instant now) {
    if (confirmations.isEmpty()) {
      return;
    }
    var byParcel = new LinkedHashMap<Long, Confirmation>();
    confirmations.forEach(it -> byParcel.merge(it.parcel(), it, Confirmation::then));
    var all = List.copyOf(byParcel.values());
    jdbc.sql(
            """
            UPDATE bot.parcel p
            SET state = said.state, external_id = coalesce(p.external_id, said.external),
                reason = said.reason, settled_at = coalesce(p.settled_at, :now)
            FROM unnest(:ids, :states, :externals, :reasons) AS said (id, state, external, reason)
            WHERE p.id = said.id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", ParcelTable.numbers(all, Confirmation::parcel))
        .param("states", all.stream().map(it -> it.state().name()).toArray(String[]::new))
        .param("externals", all.stream().map(Confirmation::externalId).toArray(String[]::new))
        .param("reasons", texts(all.stream().map(Confirmation::reason).toList()))
        .update();
  }

  /// The lane became another's. Nobody waits any more for what is on the wire under the old shard's
  /// lease, so it counts as unconfirmed there.
  void move(ContactId from, ContactId to, int shard, long oldEpoch, long newEpoch) {
    jdbc.sql(
            """
            UPDATE bot.parcel
            SET contact_id = :to, shard = :shard, token = 0,
                epoch = CASE WHEN epoch IS NULL THEN NULL WHEN epoch = :old THEN :new ELSE -2 END
            WHERE contact_id = :from
            """)
        .param("from", from.value())
        .param("to", to.value())
        .param("shard", shard)
        .param("old", oldEpoch)
        .param("new", newEpoch)
        .update();
  }

  List<Map<String, @Nullable Object>> export(ContactId contact) {
    return jdbc.sql(
            """
            SELECT id, message_id, channel_id, state, attempts, external_id, reason, created_at, settled_at
            FROM bot.parcel WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  /// The contact's parcels and the receipts that came for them.
  void erase(ContactId contact) {
    jdbc.sql(
            """
            DELETE FROM bot.receipt r USING bot.parcel p
            WHERE p.contact_id = :contact AND r.workspace_id = p.workspace_id
              AND r.channel_id = p.channel_id
              AND (r.external_id = p.external_id OR r.callback = 'relevo-' || p.id)
            """)
        .param("contact", contact.value())
        .update();
    jdbc.sql("DELETE FROM bot.parcel WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  private static @Nullable String[] texts(List<Optional<String>> values) {
    var texts = new @Nullable String[values.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = values.get(i).orElse(null);
    }
    return texts;
  }
}
