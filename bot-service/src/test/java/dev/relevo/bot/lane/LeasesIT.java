package dev.relevo.bot.lane;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.responder.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LeasesIT {

  private static final int CONNECTIONS = 3;

  private static final Map<String, String> SHORT =
      Map.of(
          "relevo.database.connections.turns", Integer.toString(CONNECTIONS),
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

  @Test
  void otherWorkThatTakesAllItsConnectionsDoesNotCostThem() {
    try (var one = replica();
        var taken = new Taken(one.bean(DataSource.class))) {
      Workload.TURNS.run(taken::all);
      var before = lastRenewal(one);
      await("renewed past its end", () -> lastRenewal(one).isAfter(before.plusMillis(1500)));
      assertThat(held(one)).hasSize(Leases.SHARDS);
    }
  }

  /// Every connection that one kind of work may have.
  private record Taken(DataSource source, List<Connection> connections) implements AutoCloseable {

    Taken(DataSource source) {
      this(source, new ArrayList<>());
    }

    void all() {
      try {
        for (int n = 0; n < CONNECTIONS; n++) {
          connections.add(source.getConnection());
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      connections.forEach(JdbcUtils::closeConnection);
    }
  }

  private static Instant lastRenewal(TestBot bot) {
    return bot.jdbc()
        .sql("SELECT min(leased_until) FROM bot.shard")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
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
