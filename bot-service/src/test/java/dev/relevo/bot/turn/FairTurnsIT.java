package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.channel.FakeChannel;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.database.Reads;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// However much one customer or one workspace writes, the others are answered.
class FairTurnsIT {

  private static final Set<Integer> SHARDS =
      IntStream.range(0, 64).boxed().collect(Collectors.toSet());

  private static final int CROWD = 4 * TurnTable.WINDOW;

  @Test
  void aCustomerWhoWroteAThousandMessagesDoesNotKeepOthersWaiting() {
    try (var bot = TestBot.answering(TestBot.ECHO)) {
      var flood = bot.aCustomer();
      flood.writes("first");
      await("the first answer", () -> flood.got().contains("re: first"));
      writeAgain(bot, flood, CROWD);

      var other = bot.aCustomer();
      other.writes("hello");
      await("the other's answer", () -> other.got().contains("re: hello"));
      assertThat(waiting(bot, flood)).isGreaterThan(TurnTable.WINDOW);
    }
  }

  @Test
  void aWorkspaceWhoseTurnsAllHangLeavesHandsForOthers() {
    var held = new CountDownLatch(1);
    var begun = new AtomicInteger();
    var answered = new AtomicInteger();
    try (var bot =
        TestBot.answering(words -> {
          if (words.equals("hello")) {
            answered.incrementAndGet();
          } else {
            begun.incrementAndGet();
            pass(held);
          }
          return TestBot.ECHO.apply(words);
        })) {
      bot.accepts(
          Stream.generate(bot::aCustomer).limit(TurnRunner.THOUGHTS).toList(), "a slow question");
      await("its share", () -> begun.get() == TurnRunner.THOUGHTS * 3 / 4);

      var elsewhere = bot.bean(Workspaces.class).create("Elsewhere").id();
      bot.bean(Intake.class)
          .accept(
              new FakeChannel("elsewhere-" + elsewhere.value(), elsewhere),
              List.of(bot.aCustomer().message("1", new Content.Text("hello"))));

      await("another workspace's turn", () -> answered.get() == 1);
      assertThat(begun).hasValue(TurnRunner.THOUGHTS * 3 / 4);
      held.countDown();
      await("everybody's turn", () -> begun.get() == TurnRunner.THOUGHTS);
    }
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void ofEachWorkspaceTheOldestAreLookedAtAndTheyTakeTurns() {
    try (var reads = Reads.of("fair")) {
      var jdbc = reads.jdbc();
      var crowded = workspace(jdbc, CROWD);
      var quiet = workspace(jdbc, 2);

      var heads = new TurnTable(jdbc).heads(SHARDS, Set.of(), Instant.now());

      assertThat(heads).hasSize(TurnTable.WINDOW + 2);
      assertThat(heads.subList(0, 4).stream().map(it -> it.turn().workspace().value()))
          .containsExactly(crowded, quiet, crowded, quiet);
      assertThat(heads).allMatch(it -> it.crowded() == (it.turn().workspace().value() == crowded));

      var passed = heads.stream().map(it -> it.turn().lane()).collect(Collectors.toSet());
      assertThat(new TurnTable(jdbc).heads(SHARDS, passed, Instant.now()))
          .hasSize(TurnTable.WINDOW)
          .noneMatch(it -> passed.contains(it.turn().lane()));
    }
  }

  /// A workspace where so many customers wait, one message each; its id.
  private static long workspace(JdbcClient jdbc, int customers) {
    var id =
        jdbc.sql("INSERT INTO crm.workspace (name, created_at) VALUES ('one', now()) RETURNING id")
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            WITH person AS (
              INSERT INTO crm.contact (workspace_id, created_at)
              SELECT :workspace, now() FROM generate_series(1, :customers) RETURNING id)
            INSERT INTO bot.inbound (workspace_id, channel_id, external_id, contact_id, shard, message_id,
                                     epoch, state, raw, received_at)
            SELECT :workspace, 'door', 'm' || id, id, id % 64, id, 0, 'WAITING', '{}', now() FROM person
            """)
        .param("workspace", id)
        .param("customers", customers)
        .update();
    return id;
  }

  private static void writeAgain(TestBot bot, TestBot.Customer customer, int times) {
    bot.jdbc()
        .sql(
            """
            INSERT INTO bot.inbound (workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch,
                                     state, raw, received_at)
            SELECT workspace_id, channel_id, external_id || '-' || n, contact_id, shard, message_id, epoch,
                   'WAITING', raw, received_at
            FROM bot.inbound, generate_series(1, :times) AS n WHERE contact_id = :contact
            """)
        .param("times", times)
        .param("contact", customer.id().value())
        .update();
  }

  private static int waiting(TestBot bot, TestBot.Customer customer) {
    return bot.jdbc()
        .sql("SELECT count(*) FROM bot.inbound WHERE contact_id = :contact AND state = 'WAITING'")
        .param("contact", customer.id().value())
        .query(Integer.class)
        .single();
  }
}
