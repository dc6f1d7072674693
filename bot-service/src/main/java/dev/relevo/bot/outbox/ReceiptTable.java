package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.receipt`, as a queue. Intake fills it. Those known by their ids are asked for as what is
/// not done, so that the planner does not look for them among all that wait.
@Repository
class ReceiptTable {

  /// Told by a provider about one of our messages.
  ///
  /// @param kind the state it brings the message to
  record Receipt(
      long id,
      WorkspaceId workspace,
      ChannelId channel,
      String externalId,
      MessageState kind,
      Optional<String> callback,
      Optional<String> reason,
      Instant at) {}

  /// A parcel a receipt speaks of.
  record Match(
      long receipt,
      long parcel,
      ContactId contact,
      MessageId message,
      Parcel.State state,
      int attempts,
      Optional<String> externalId) {}

  private final JdbcClient jdbc;

  ReceiptTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Receipt> waiting(Instant now, int limit) {
    return jdbc.sql(
            """
            SELECT id, workspace_id, channel_id, external_id, kind, callback, code, reason,
                   coalesce(provider_at, received_at) AS at
            FROM bot.receipt WHERE state = 'WAITING' AND due_at <= :now ORDER BY due_at, id LIMIT :limit
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(ReceiptTable::read)
        .list();
  }

  /// The parcels they speak of: by our own reference where the provider gave it back, else by the
  /// provider's id.
  List<Match> matches(Collection<Receipt> receipts) {
    var referring = receipts.stream().filter(it -> referred(it) > 0).toList();
    var naming = receipts.stream().filter(it -> referred(it) == 0).toList();
    return jdbc.sql(
            """
            SELECT r.id AS receipt, p.id, p.contact_id, p.message_id, p.state, p.attempts, p.external_id
            FROM unnest(:referring, :parcels, :referringWorkspaces, :referringChannels)
              AS r (id, parcel, workspace, channel)
            JOIN bot.parcel p
              ON p.id = r.parcel AND p.workspace_id = r.workspace AND p.channel_id = r.channel
            UNION ALL
            SELECT r.id, p.id, p.contact_id, p.message_id, p.state, p.attempts, p.external_id
            FROM unnest(:naming, :namingWorkspaces, :namingChannels, :names)
              AS r (id, workspace, channel, external)
            JOIN bot.parcel p
              ON p.workspace_id = r.workspace AND p.channel_id = r.channel AND p.external_id = r.external
            ORDER BY 1
            """)
        .param("referring", ParcelTable.numbers(referring, Receipt::id))
        .param("parcels", ParcelTable.numbers(referring, ReceiptTable::referred))
        .param("referringWorkspaces", ParcelTable.numbers(referring, it -> it.workspace().value()))
        .param("referringChannels", texts(referring, it -> it.channel().value()))
        .param("naming", ParcelTable.numbers(naming, Receipt::id))
        .param("namingWorkspaces", ParcelTable.numbers(naming, it -> it.workspace().value()))
        .param("namingChannels", texts(naming, it -> it.channel().value()))
        .param("names", texts(naming, Receipt::externalId))
        .query((row, number) ->
            new Match(
                row.getLong("receipt"),
                row.getLong("id"),
                new ContactId(row.getLong("contact_id")),
                new MessageId(row.getLong("message_id")),
                Parcel.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("external_id"))))
        .list();
  }

  /// They are worked off; those that were not already, by another replica.
  Set<Long> done(Collection<Long> receipts) {
    if (receipts.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                UPDATE bot.receipt SET state = 'DONE' WHERE id = ANY(:ids) AND state <> 'DONE'
                RETURNING id
                """)
            .param("ids", ParcelTable.numbers(receipts, Long::longValue))
            .query(Long.class)
            .list());
  }

  /// They match nothing yet: again after a quarter of a second, then ever later, up to an hour.
  void later(Collection<Long> receipts, Instant now) {
    if (receipts.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE bot.receipt
            SET attempts = attempts + 1,
                due_at = :now::timestamptz
                  + least(interval '1 hour', interval '250 milliseconds' * power(2, least(attempts, 20)))
            WHERE id = ANY(:ids) AND state <> 'DONE'
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", ParcelTable.numbers(receipts, Long::longValue))
        .update();
  }

  private static String[] texts(Collection<Receipt> receipts, Function<Receipt, String> text) {
    return receipts.stream().map(text).toArray(String[]::new);
  }

  private static long referred(Receipt receipt) {
    return receipt.callback().map(Parcel::referred).orElse(OptionalLong.empty()).orElse(0);
  }

  private static Receipt read(ResultSet row, int number) throws SQLException {
    var code = Optional.ofNullable(row.getString("code"));
    return new Receipt(
        row.getLong("id"),
        new WorkspaceId(row.getLong("workspace_id")),
        new ChannelId(row.getString("channel_id")),
        row.getString("external_id"),
        MessageState.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("callback")),
        Optional.ofNullable(row.getString("reason")).or(() -> code),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
