package dev.relevo.bot.lane;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.responder.Outcome;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LeasesIT {

  private static final Map<String, String> SHORT =
      Map.of(
          "relevo.lanes.lease", "1500ms",
          "relevo.lanes.renewal", "200ms",
          "relevo.lanes.margin", "300ms");

  @Test
  void twoReplicasShareTheShardsAndNoneIsHeldByBoth() {
    try (var one = replica()) {
      assertThat(one.bean(Leases.class).held()).hasSize(Leases.SHARDS);
      try (var two = one.another()) {
        await("a fair share", () -> held(one).size() == 32 && held(two).size() == 32);
        var both = new HashSet<>(held(one).keySet());
        both.retainAll(held(two).keySet());
        assertThat(both).isEmpty();
      }
      await("the rest back", () -> held(one).size() == Leases.SHARDS);
    }
  }

  @Test
  void whoLostALeaseCanNoLongerCommitUnderIt() {
    try (var one = replica()) {
      var before = held(one);
      one.jdbc()
          .sql("UPDATE bot.shard SET owner = 'another', token = token + 1 WHERE id IN (3, 4)")
          .update();
      var transaction = new TransactionTemplate(one.bean(PlatformTransactionManager.class));
      var kept = transaction.execute(_ -> one.bean(Leases.class).confirm(before));
      assertThat(kept).hasSize(Leases.SHARDS - 2).doesNotContain(3, 4);
      await("the loss is noticed", () -> !held(one).containsKey(3));
      one.jdbc().sql("UPDATE bot.shard SET leased_until = now() WHERE owner = 'another'").update();
      await("what ran out is taken", () -> held(one).size() == Leases.SHARDS);
      assertThat(held(one).get(3)).isEqualTo(before.getOrDefault(3, 0L) + 2);
    }
  }

  @Test
  void aLeaseGivenBeforeTheDatabasesClockWasPutBackIsNotWaitedFor() {
    try (var one = replica()) {
      one.jdbc()
          .sql(
              """
              UPDATE bot.shard SET owner = 'killed', token = token + 1, leased_until = now() + interval '1 hour'
              WHERE id < 40
              """)
          .update();
      one.jdbc()
          .sql(
              "INSERT INTO bot.replica (owner, seen_at) VALUES ('killed', now() + interval '1 hour')")
          .update();

      await("the dead one's are taken", () -> shardsOf(one, "killed") == 0);
      await("all are held", () -> held(one).size() == Leases.SHARDS);
      assertThat(shardsOf(one, "killed")).isZero();
    }
  }

  /// Which nobody else can have all of, and which gives up in time (`ExternalDatabaseIT`).
  @Test
  void areKeptOnAConnectionOfTheirOwn() {
    try (var one = replica()) {
      assertThat(one.bean(Leases.class).workload()).isEqualTo(Workload.LEASES);
    }
  }

  private static int shardsOf(TestBot bot, String owner) {
    return bot.jdbc()
        .sql("SELECT count(*) FROM bot.shard WHERE owner = :owner")
        .param("owner", owner)
        .query(Integer.class)
        .single();
  }

  private static Map<Integer, Long> held(TestBot bot) {
    return bot.bean(Leases.class).held();
  }

  private static TestBot replica() {
    return TestBot.thinking(_ -> new Outcome.Silence("test"), Clock.systemUTC(), SHORT);
  }
}
