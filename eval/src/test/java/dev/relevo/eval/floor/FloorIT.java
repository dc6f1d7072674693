package dev.relevo.eval.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.bot.database.Reads;
import dev.relevo.crm.TestDatabase;
import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// The bare program on a real PostgreSQL: what it leaves undone would make it look too fast.
class FloorIT {

  private static final Script SCRIPT = new Script(0, 20, 3, false);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void answersEverybodyOnceAndLeavesTheRowsThatTheServiceLeaves() throws Exception {
    try (var owner = TestDatabase.dataSource().getConnection();
        var provider = new GraphStandIn(GraphStandIn.Account.SAMPLE)) {
      Rows.make(owner);
      var account = provider.account();
      var messages = URI.create(provider.url() + "/" + account.phoneNumberId() + "/messages");
      var floor = new Floor(TestDatabase.dataSource(), messages, account.accessToken());
      var webhook = URI.create("http://127.0.0.1:%d/webhooks/wa".formatted(floor.listen(0)));
      provider.reporting(StatusReports.whole(webhook, 20));

      var all = SCRIPT.lines().stream().map(it -> new Customers.Delivery(it, Duration.ZERO));
      var customers = new Customers(provider, () -> webhook, all.toList());
      customers.goOn(customers.total());
      customers.deliver(4);

      await(() -> Answers.in(provider.taken()).lost(SCRIPT) == 0);
      await(() -> number("floor.receipt WHERE state = 'DONE'") == 180);
      await(() -> number("floor.asked") == 60);
      var answers = Answers.in(provider.taken());
      assertThat(answers.doubledReplies(SCRIPT)).isZero();
      assertThat(answers.doubledSends()).isZero();
      assertThat(answers.wrongOrder(customers.delivered())).isZero();
      assertThat(answers.strangers()).isZero();
      assertThat(number("floor.contact")).isEqualTo(20);
      assertThat(number("floor.message")).isEqualTo(120);
      assertThat(number("floor.message WHERE inbound")).isEqualTo(60);
      assertThat(number("floor.inbound WHERE state = 'DONE'")).isEqualTo(60);
      assertThat(number("floor.parcel WHERE state = 'SENT'")).isEqualTo(60);
    }
  }

  /// The planner last looked when there was nothing, as in the first minute of a search.
  @Test
  void readsNothingButTheRowsOfItsBatch() throws SQLException {
    try (var reads = Reads.of("floor_reads")) {
      try (var owner = reads.dataSource().getConnection()) {
        Rows.make(owner);
      }
      var turns = IntStream.range(0, 2_000).mapToObj(FloorIT::turn).toList();
      write(reads, sql -> Rows.heard(sql, turns));
      write(reads, sql -> Rows.answered(sql, turns));
      write(reads, sql -> Rows.reported(sql, reports(turns)));
      var batch = turns.subList(0, 100);

      var receipts =
          reads.during(
              "floor.receipt", () -> write(reads, sql -> Rows.matched(sql, reports(batch))));
      var threads = reads.during("floor.thread", () -> write(reads, sql -> Rows.sent(sql, batch)));

      // each looked up, and each written
      assertThat(receipts).isBetween(100L, 300L);
      assertThat(threads).isBetween(100L, 300L);
    }
  }

  private static Turn turn(int number) {
    var id = "wamid." + number;
    var person = new Turn.Person();
    return new Turn(person, "5939" + number, id, "{}", "¿Cuánto cuesta?", "Cuatro dólares.");
  }

  private static List<Turn.Report> reports(List<Turn> turns) {
    return turns.stream()
        .map(it ->
            new Turn.Report(it.externalId, "DELIVERED", it.parcel, "{}", new CompletableFuture<>()))
        .toList();
  }

  /// Writing, as one of the floor's commits does it.
  private interface Commit {
    void write(Sql sql) throws SQLException;
  }

  private static void write(Reads reads, Commit commit) {
    new JdbcTemplate(reads.dataSource())
        .execute(
            (ConnectionCallback<Boolean>)
                connection -> {
                  commit.write(new Sql(connection));
                  return true;
                });
  }

  /// Something that becomes true.
  private interface Hope {
    boolean came() throws SQLException;
  }

  private static void await(Hope hope) throws SQLException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!hope.came()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static int number(String rows) throws SQLException {
    try (var connection = TestDatabase.dataSource().getConnection();
        var statement = connection.createStatement();
        var counted = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      counted.next();
      return counted.getInt(1);
    }
  }
}
