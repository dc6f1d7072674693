package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.TestTime;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.workspace.Guards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long a turn may be thought about, and what does not count as thinking.
class TurnTimeIT {

  @Test
  void aTurnThatTakesTooLongIsHandedOver() {
    try (var bot = TestBot.answering(_ -> forever())) {
      bot.guards(new Guards(30, 20, 3, 10, 5, 3, Duration.ofMillis(300), Duration.ofHours(24)));
      var customer = bot.aCustomer();
      customer.writes("hello");
      await("the hand-off", () -> customer.outcomes().contains("HANDOFF failure"));
    }
  }

  @Test
  void timeThatTheDatabaseTookDoesNotCount() {
    // As on a line that fell silent, until the deadline interrupts it.
    assertBegunAnewAfter(
        bot -> bot.bean(JdbcClient.class).sql("SELECT pg_sleep(60)").query().singleRow());
  }

  @Test
  void norDoesTheWaitForAConnection() {
    assertBegunAnewAfter(bot -> {
      var taken = new ArrayList<Connection>();
      try {
        while (true) {
          taken.add(bot.bean(DataSource.class).getConnection());
        }
      } catch (SQLException none) {
        throw new DataAccessResourceFailureException("no connection", none);
      } finally {
        taken.forEach(TurnTimeIT::close);
      }
    });
  }

  @Test
  void norDoesTheTimeAnotherHadItsLane() {
    assertBegunAnewAfter(bot ->
        bot.bean(JdbcClient.class)
            .sql(
                """
                UPDATE bot.shard SET owner = 'another', token = token + 1,
                  leased_until = clock_timestamp() + interval '2 seconds'
                """)
            .update());
  }

  @Test
  void whatAFailedAttemptThoughtIsTakenFromTheNext() {
    var slowness = Duration.ofMillis(40);
    try (var bot =
        TestBot.answering(_ -> {
          TestTime.passes(slowness);
          return new Outcome.Failure("model away", true);
        })) {
      var customer = bot.aCustomer();
      customer.writes("hello");
      await("the hand-off", () -> customer.outcomes().contains("HANDOFF failure"));
      var spent =
          bot.bean(JdbcClient.class)
              .sql("SELECT spent_millis FROM bot.inbound WHERE contact_id = :lane")
              .param("lane", customer.id().value())
              .query(Long.class)
              .single();
      assertThat(spent).isGreaterThanOrEqualTo(slowness.multipliedBy(2).toMillis());
    }
  }

  private static void assertBegunAnewAfter(Consumer<TestBot> waiting) {
    var tries = new AtomicInteger();
    var itself = new CompletableFuture<TestBot>();
    try (var bot =
        TestBot.answering(words -> {
          if (tries.incrementAndGet() == 1) {
            waiting.accept(itself.join());
          }
          return TestBot.reply("re: " + words);
        })) {
      bot.guards(new Guards(30, 20, 3, 10, 5, 3, Duration.ofSeconds(1), Duration.ofHours(24)));
      itself.complete(bot);
      var customer = bot.aCustomer();
      customer.writes("hello");
      await("the answer", () -> customer.got().equals(List.of("re: hello")));
      assertThat(tries).hasValueGreaterThan(1);
      assertThat(customer.outcomes()).containsExactly("REPLY");
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome forever() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park();
    }
    return TestBot.reply("too late");
  }
}
