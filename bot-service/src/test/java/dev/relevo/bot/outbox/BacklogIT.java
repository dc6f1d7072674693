package dev.relevo.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.database.Reads;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// However much is to be sent, to work on a batch of parcels or receipts costs what that batch
/// costs. The planner last looked when nothing waited, as it does where all is sent at once.
class BacklogIT {

  private static final int BATCH = 100;

  private static Reads reads;
  private static List<Parcel> batch = List.of();

  @BeforeAll
  static void fill() {
    reads = Reads.of("outbox_backlog");
    reads.write("INSERT INTO crm.workspace (name, created_at) VALUES ('one', now())");
    parcels("SENT");
    receipts("DONE");
    reads.write("ANALYZE bot.parcel");
    reads.write("ANALYZE bot.receipt");
    parcels("QUEUED");
    receipts("WAITING");
    batch = new ParcelTable(reads.jdbc()).heads(lanes(), Instant.now());
  }

  @AfterAll
  static void close() {
    reads.close();
  }

  @Test
  void lookingForHeadsReadsNoOtherLanes() {
    assertThat(batch).hasSize(BATCH);
    var table = new ParcelTable(reads.jdbc());
    var lanes = lanes();
    var read = reads.during("bot.parcel", () -> table.heads(lanes, Instant.now()));

    assertThat(read).isBetween(100L, 300L);
  }

  @Test
  void lookingForWhatMustBeWithdrawnReadsNoOtherLanes() {
    var table = new ParcelTable(reads.jdbc());
    var threads =
        lanes().stream()
            .map(it -> JudgeTests.thread(it, new WorkspaceId(1), FloorHolder.PERSON, 1))
            .toList();

    var read =
        reads.during(
            "bot.parcel", () -> assertThat(table.withdraw(threads, Instant.now())).hasSize(BATCH));

    // found, and written
    assertThat(read).isBetween(200L, 400L);
    reads.write("UPDATE bot.parcel SET state = 'QUEUED' WHERE state = 'WITHDRAWN'");
  }

  @Test
  void settlingReadsNothingElse() {
    var table = new SettlementTable(reads.jdbc());
    reads.write("UPDATE bot.parcel SET state = 'SENDING', attempts = 1 WHERE state = 'QUEUED'");
    var settled =
        batch.stream()
            .map(it ->
                new SettlementTable.Settlement(
                    it,
                    Parcel.State.SENT,
                    Optional.of("m" + it.id()),
                    Optional.empty(),
                    Optional.empty(),
                    false))
            .toList();

    var read =
        reads.during(
            "bot.parcel", () -> assertThat(table.settle(settled, Instant.now())).hasSize(BATCH));

    assertThat(read).isBetween(100L, 300L);
    reads.write(
        "UPDATE bot.parcel SET state = 'QUEUED', attempts = 0 WHERE state = 'SENDING' OR attempts = 1");
  }

  @Test
  void workingOffReceiptsReadsNoOthers() {
    var table = new ReceiptTable(reads.jdbc());
    var first = table.waiting(Instant.now(), BATCH).stream().map(ReceiptTable.Receipt::id).toList();

    var read = reads.during("bot.receipt", () -> assertThat(table.done(first)).hasSize(BATCH));

    assertThat(read).isBetween(100L, 300L);
  }

  /// A hundred of those whose parcels wait.
  private static List<ContactId> lanes() {
    return reads
        .jdbc()
        .sql("SELECT contact_id FROM bot.parcel WHERE state = 'QUEUED' ORDER BY id LIMIT 100")
        .query((row, _) -> new ContactId(row.getLong(1)))
        .list();
  }

  private static void parcels(String state) {
    reads.write(
        """
        WITH person AS (
          INSERT INTO crm.contact (workspace_id, created_at)
          SELECT 1, now() FROM generate_series(1, 2000) RETURNING id),
        said AS (
          INSERT INTO crm.message (workspace_id, contact_id, sequence, revision, inbound, author, channel_id,
                                   address_id, content, state, created_at)
          SELECT 1, id, 1, 1, false, 'BOT', 'door', 1, '{}', 'QUEUED', now() FROM person RETURNING id, contact_id)
        INSERT INTO bot.parcel (workspace_id, contact_id, shard, message_id, channel_id, address_id, rank, epoch,
                                state, due_at, created_at)
        SELECT 1, contact_id, contact_id %% 64, id, 'door', 1, 1, 0, '%s', '-infinity', now() FROM said
        """
            .formatted(state));
  }

  private static void receipts(String state) {
    reads.write(
        """
        INSERT INTO bot.receipt (workspace_id, channel_id, external_id, kind, state, raw, received_at)
        SELECT 1, 'door', '%1$s' || n, 'READ', '%1$s', '{}', now() FROM generate_series(1, 2000) AS n
        """
            .formatted(state));
  }
}
