package dev.relevo.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.database.Reads;
import dev.relevo.bot.turn.TurnTable.Ending;
import dev.relevo.bot.turn.TurnTable.Head;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// However much waits, to end a batch of turns costs what that batch costs. The planner last looked
/// when nothing waited, as it does where turns are quick.
class BacklogIT {

  private static final Set<Integer> SHARDS =
      IntStream.range(0, 64).boxed().collect(Collectors.toSet());

  @Test
  void endingTurnsReadsNoneOfThoseThatWait() {
    try (var reads = Reads.of("backlog")) {
      reads.write("INSERT INTO crm.workspace (name, created_at) VALUES ('one', now())");
      said(reads, "DONE");
      reads.write("ANALYZE bot.inbound");
      said(reads, "WAITING");
      var table = new TurnTable(reads.jdbc());
      var turns =
          table.heads(SHARDS, Set.of(), Instant.now()).stream().limit(100).map(Head::turn).toList();

      var read =
          reads.during(
              "bot.inbound",
              () ->
                  assertThat(
                          table.finish(
                              turns.stream()
                                  .map(it ->
                                      new Ending(it, "SILENCE", Optional.empty(), Optional.empty()))
                                  .toList(),
                              Instant.now()))
                      .hasSize(100));

      assertThat(read).isBetween(100L, 300L);
    }
  }

  private static void said(Reads reads, String state) {
    reads.write(
        """
        WITH person AS (
          INSERT INTO crm.contact (workspace_id, created_at)
          SELECT 1, now() FROM generate_series(1, 2000) RETURNING id)
        INSERT INTO bot.inbound (workspace_id, channel_id, external_id, contact_id, shard, message_id,
                                 epoch, state, raw, received_at)
        SELECT 1, 'door', 'm' || id, id, id %% 64, id, 0, '%s', '{}', now() FROM person
        """
            .formatted(state));
  }
}
