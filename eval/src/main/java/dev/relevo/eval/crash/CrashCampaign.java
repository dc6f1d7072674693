package dev.relevo.eval.crash;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Database;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Customers write over WhatsApp while the service is killed again and again; at the end the
/// provider's own log tells what was lost, doubled or out of order.
public final class CrashCampaign {

  private static final Duration LATENCY = Duration.ofMillis(40);
  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(4);
  private static final Duration QUIET_WITHIN = Duration.ofMinutes(1);
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);
  private static final int AT_ONCE = 12;
  private static final Pattern WAMID = Pattern.compile("wamid\\.IN-(\\d+)-(\\d+)");

  private static final String UNDONE =
      """
      SELECT (SELECT count(*) FROM bot.inbound WHERE state = 'WAITING')
        + (SELECT count(*) FROM bot.parcel WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN'))
      """;

  private final Way way;
  private final Script script;
  private final int kills;
  private final long seed;

  public CrashCampaign(Way way, Script script, int kills, long seed) {
    this.way = way;
    this.script = script;
    this.kills = kills;
    this.seed = seed;
  }

  /// What was counted.
  ///
  /// @param wounds one for each kill
  /// @param wrongOrder against what was surely first: one message acknowledged before the other was
  ///   sent
  /// @param wrongOrderOfLedger against the order of commit in the ledger
  /// @param hits of them all, phase by phase
  /// @param hit how many messages the kills caught, in whatever phase
  /// @param onTheWire parcels the provider had read at a kill, and the service did not know it
  /// @param unexplained parcels taken twice that were not on the wire at any kill
  /// @param strangers sends that answer no message: must be none
  public record Result(
      int messages,
      int deliveries,
      List<String> wounds,
      String hits,
      int hit,
      int onTheWire,
      int lost,
      int doubledReplies,
      int wrongOrder,
      int wrongOrderOfLedger,
      int doubledSends,
      int unexplained,
      int strangers,
      Duration took) {

    public Result {
      wounds = List.copyOf(wounds);
    }

    /// Whether nothing was lost, doubled or disordered beyond what cannot be known.
    public boolean clean() {
      return lost + doubledReplies + wrongOrder + wrongOrderOfLedger + unexplained + strangers == 0
          && doubledSends <= onTheWire;
    }
  }

  /// Plays it; takes some minutes.
  public Result run() throws IOException, SQLException, InterruptedException {
    var begun = System.nanoTime();
    var phases = List.of(Phase.values());
    try (var stage = Stage.set(way, script, LATENCY, List.of("sent", "delivered"), seed)) {
      var customers = new Customers(stage, script, 3, new Random(seed));
      var wounds = new ArrayList<Wound>();
      var delivery = Thread.ofVirtual().start(() -> deliver(customers));
      for (var kill = 0; kill < kills; kill++) {
        awaitShare(customers, (kill + 1.0) / (kills + 1));
        wounds.add(new Killer(stage, customers).strike(phases.get(kill % phases.size())));
      }
      delivery.join();
      awaitAnswers(stage);
      awaitQuiet(stage);
      return count(stage, customers, wounds, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private static void deliver(Customers customers) {
    try {
      customers.deliver(AT_ONCE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitShare(Customers customers, double share) throws InterruptedException {
    while (customers.acknowledged() < share * customers.total()) {
      Thread.sleep(2);
    }
  }

  /// Until every answer is there, or for as long as it may take.
  private void awaitAnswers(Stage stage) throws InterruptedException {
    var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
    while (System.nanoTime() < deadline && Answers.in(stage.provider().taken()).lost(script) > 0) {
      Thread.sleep(200);
    }
  }

  /// A doubled reply would come late: until the service itself has nothing more to do.
  private static void awaitQuiet(Stage stage)
      throws IOException, SQLException, InterruptedException {
    try (var database = Database.of(stage.service().data())) {
      var deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
      while (System.nanoTime() < deadline && database.number(UNDONE) > 0) {
        Thread.sleep(200);
      }
    }
    Thread.sleep(AFTERWARDS);
  }

  private Result count(Stage stage, Customers customers, List<Wound> wounds, Duration took)
      throws IOException, SQLException {
    var answers = Answers.in(stage.provider().taken());
    return new Result(
        script.lines().size(),
        customers.total(),
        wounds.stream().map(Wound::describe).toList(),
        Wound.describe(Wound.total(wounds)),
        Wound.total(wounds).values().stream().mapToInt(Integer::intValue).sum(),
        wounds.stream().mapToInt(it -> it.onTheWire().size()).sum(),
        answers.lost(script),
        answers.doubledReplies(script),
        answers.wrongOrder(customers.delivered()),
        answers.wrongOrder(ledger(stage)),
        answers.doubledSends(),
        answers.doubledBut(
            wounds.stream().flatMap(it -> it.onTheWire().stream()).collect(toUnmodifiableSet())),
        answers.strangers(),
        took);
  }

  private static List<List<Script.Line>> ledger(Stage stage) throws IOException, SQLException {
    var byCustomer = new LinkedHashMap<Integer, List<Script.Line>>();
    try (var database = Database.of(stage.service().data())) {
      for (var id : database.column("SELECT external_id FROM bot.inbound ORDER BY id")) {
        var wamid = WAMID.matcher(id);
        if (wamid.matches()) {
          var customer = Integer.parseInt(wamid.group(1));
          byCustomer
              .computeIfAbsent(customer, _ -> new ArrayList<>())
              .add(new Script.Line(customer, Integer.parseInt(wamid.group(2))));
        }
      }
    }
    return List.copyOf(byCustomer.values());
  }
}
