package dev.relevo.eval.crash;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Customers write over WhatsApp while one trouble after the other comes upon the service; at the
/// end the provider's own log tells what was lost, doubled or out of order.
final class CrashCampaign {

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
  private final long seed;
  private final Consumer<String> told;

  /// @param told hears of each trouble as soon as it is over
  CrashCampaign(Way way, Script script, long seed, Consumer<String> told) {
    this.way = way;
    this.script = script;
    this.seed = seed;
    this.told = told;
  }

  /// Plays one act; takes some minutes.
  ///
  /// @param troubles in their order, spread over what customers write
  /// @param time after so much no further trouble comes
  Tally play(Act act, List<Trouble> troubles, Duration time)
      throws IOException, SQLException, InterruptedException {
    var begun = System.nanoTime();
    try (var scene = act.scene(way, script, seed)) {
      var delivery = Thread.ofVirtual().start(() -> deliver(scene.customers()));
      var wounds = happen(scene, troubles, begun + time.toNanos());
      delivery.join();
      awaitAnswers(scene);
      awaitQuiet(scene);
      return count(scene, wounds, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /// Each comes upon a share of the deliveries of its own: the share before is acknowledged, and
  /// the next waits until the trouble is over.
  private List<Wound> happen(Scene scene, List<Trouble> troubles, long end)
      throws IOException, SQLException, InterruptedException {
    var wounds = new ArrayList<Wound>();
    var customers = scene.customers();
    var share = customers.total() / (troubles.size() + 1);
    customers.goOn(share);
    for (var n = 0; n < troubles.size(); n++) {
      customers.goOn(share);
      awaitAcknowledged(customers, (n + 1) * share);
      var trouble = troubles.get(n);
      var hindrance =
          System.nanoTime() > end ? Optional.of("no time left") : trouble.hindrance(scene);
      if (hindrance.isPresent()) {
        told.accept("NOT PLAYED HERE: %s (%s)".formatted(trouble.description(), hindrance.get()));
      } else {
        wounds.add(wound(scene, trouble));
      }
    }
    customers.goOn(customers.total());
    return wounds;
  }

  private Wound wound(Scene scene, Trouble trouble)
      throws IOException, SQLException, InterruptedException {
    var begun = System.nanoTime();
    var caught = trouble.happen(scene);
    scene.awaitWell();
    var wound = new Wound(trouble, caught, Duration.ofNanos(System.nanoTime() - begun));
    told.accept(wound.describe());
    return wound;
  }

  private static void deliver(Customers customers) {
    try {
      customers.deliver(AT_ONCE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitAcknowledged(Customers customers, int deliveries)
      throws InterruptedException {
    while (customers.acknowledged() < deliveries) {
      Thread.sleep(2);
    }
  }

  /// Until every answer is there, or for as long as it may take.
  private void awaitAnswers(Scene scene) throws InterruptedException {
    var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
    while (System.nanoTime() < deadline && Answers.in(scene.provider().taken()).lost(script) > 0) {
      Thread.sleep(200);
    }
  }

  /// A doubled reply would come late: until the service itself has nothing more to do.
  private static void awaitQuiet(Scene scene)
      throws IOException, SQLException, InterruptedException {
    try (var database = scene.postgres().look()) {
      var deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
      while (System.nanoTime() < deadline && database.number(UNDONE) > 0) {
        Thread.sleep(200);
      }
    }
    Thread.sleep(AFTERWARDS);
  }

  private Tally count(Scene scene, List<Wound> wounds, Duration took)
      throws IOException, SQLException {
    var answers = Answers.in(scene.provider().taken());
    var wire =
        wounds.stream()
            .flatMap(it -> it.caught().onTheWire().stream())
            .collect(toUnmodifiableSet());
    return new Tally(
        script.lines().size(),
        scene.customers().total(),
        wounds,
        wire.size(),
        answers.lost(script),
        answers.doubledReplies(script),
        answers.wrongOrder(scene.customers().delivered()),
        answers.wrongOrder(ledger(scene)),
        answers.doubledSends(),
        answers.doubledBut(wire),
        answers.strangers(),
        scene.discretion(script),
        took);
  }

  private static List<List<Script.Line>> ledger(Scene scene) throws IOException, SQLException {
    var byCustomer = new LinkedHashMap<Integer, List<Script.Line>>();
    try (var database = scene.postgres().look()) {
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
