package dev.relevo.eval.crash;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Outcome;
import dev.relevo.eval.play.Reckoning;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Customers write over WhatsApp while one trouble after the other comes upon the service; at the
/// end the provider's own log tells what was lost, doubled or out of order.
final class CrashCampaign {

  private static final int AT_ONCE = 12;

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
  /// @param programme spread over what customers write
  /// @param time after so much no further trouble comes that need not
  Tally play(Act act, Programme programme, Duration time)
      throws IOException, SQLException, InterruptedException {
    var begun = System.nanoTime();
    try (var scene = act.scene(way, script, seed)) {
      var delivery = Thread.ofVirtual().start(() -> deliver(scene.customers()));
      var wounds = happen(scene, programme, begun + time.toNanos());
      delivery.join();
      var outcome = outcome(scene, wounds);
      var took = Duration.ofNanos(System.nanoTime() - begun);
      return new Tally(outcome, wounds, scene.discretion(script), took);
    }
  }

  /// Each comes upon a share of the deliveries of its own: the share before is acknowledged, and
  /// the next waits until the trouble is over.
  private List<Wound> happen(Scene scene, Programme programme, long end)
      throws IOException, SQLException, InterruptedException {
    var troubles = programme.troubles();
    var wounds = new ArrayList<Wound>();
    var customers = scene.customers();
    var share = customers.total() / (troubles.size() + 1);
    customers.goOn(share);
    for (var n = 0; n < troubles.size(); n++) {
      customers.goOn(share);
      awaitAcknowledged(customers, (n + 1) * share);
      var trouble = troubles.get(n);
      var hindrance =
          programme.comes(n, System.nanoTime() > end)
              ? trouble.hindrance(scene)
              : Optional.of("no time left");
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

  private Outcome outcome(Scene scene, List<Wound> wounds)
      throws IOException, SQLException, InterruptedException {
    try (var database = scene.postgres().look()) {
      var reckoning = new Reckoning(script, scene.customers(), scene.provider(), database);
      reckoning.await();
      return reckoning.outcome(
          wounds.stream()
              .flatMap(it -> it.caught().onTheWire().stream())
              .collect(toUnmodifiableSet()));
    }
  }
}
