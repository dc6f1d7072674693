package dev.relevo.eval.crash;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Database;
import dev.relevo.eval.service.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Lets a blow fall while nothing of the service moves: every replica is stopped first (SIGSTOP),
/// so that what it was doing can be counted, and those that live go on afterwards.
final class Still {

  /// How long it tries to meet a phase; then the blow falls anyhow.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String BEING_SENT =
      "SELECT 'relevo-' || id FROM bot.parcel WHERE state IN ('SENDING', 'UNKNOWN')";

  private final Scene scene;

  Still(Scene scene) {
    this.scene = scene;
  }

  /// What is done at such a moment.
  interface Blow {
    void fall() throws IOException, SQLException, InterruptedException;
  }

  /// At any moment.
  Caught strike(Blow blow) throws IOException, SQLException, InterruptedException {
    freeze();
    try (var database = scene.postgres().look()) {
      return caught(look(database), database, blow);
    } finally {
      thaw();
    }
  }

  /// When something is in that phase.
  Caught strike(Phase phase, Blow blow) throws IOException, SQLException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    freeze();
    try (var database = scene.postgres().look()) {
      var hits = look(database);
      while (hits.getOrDefault(phase, 0) == 0 && System.nanoTime() < deadline) {
        thaw();
        Thread.sleep(Duration.ofNanos(scene.dice().nextInt(7_000_000)));
        freeze();
        hits = look(database);
      }
      return caught(hits, database, blow);
    } finally {
      thaw();
    }
  }

  private Caught caught(Map<Phase, Integer> hits, Database database, Blow blow)
      throws IOException, SQLException, InterruptedException {
    var read = scene.provider().log().size();
    var unsettled = new HashSet<>(database.column(BEING_SENT));
    blow.fall();
    return new Caught(hits, onTheWire(unsettled, read));
  }

  private void freeze() throws IOException, InterruptedException {
    for (var replica : scene.replicas()) {
      replica.freeze();
    }
  }

  private void thaw() throws IOException, InterruptedException {
    for (var replica : scene.replicas().stream().filter(Service::isAlive).toList()) {
      replica.thaw();
    }
  }

  private Map<Phase, Integer> look(Database database) throws SQLException {
    // First, for the provider goes on answering.
    var open = scene.provider().open().size();
    var underWay = new HashSet<String>();
    scene.customers().underWay().stream().map(Script.Line::wamid).forEach(underWay::add);
    database.column("SELECT external_id FROM bot.inbound").forEach(underWay::remove);
    var waiting = database.number("SELECT count(*) FROM bot.inbound WHERE state = 'WAITING'");
    var untouched =
        database.number(
            """
            SELECT count(*) FROM
              (SELECT id FROM bot.inbound WHERE state = 'WAITING' FOR UPDATE SKIP LOCKED) AS free
            """);
    var hits = new EnumMap<Phase, Integer>(Phase.class);
    hits.put(Phase.ACCEPT, underWay.size());
    hits.put(Phase.THINK, untouched);
    hits.put(Phase.APPLY, waiting - untouched);
    hits.put(Phase.SEND, open);
    return hits;
  }

  /// What the provider has read, or reads yet of what a dead process had written, and the service
  /// had not recorded as settled.
  ///
  /// @param read how many requests the provider had read when the processes were stopped
  private Set<String> onTheWire(Set<String> unsettled, int read) {
    var wire = new HashSet<String>();
    for (var sent : scene.provider().log()) {
      if (sent.sequence() > read || unsettled.contains(sent.reference())) {
        wire.add(sent.reference());
      }
    }
    return wire;
  }
}
