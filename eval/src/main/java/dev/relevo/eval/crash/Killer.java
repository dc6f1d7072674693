package dev.relevo.eval.crash;

import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Kills the service in the middle of a phase and starts it again. The process is stopped first
/// (SIGSTOP), so that what it was doing can be counted while nothing moves; when nothing is in the
/// phase aimed at, it goes on and is stopped again.
final class Killer {

  /// How long it tries to meet the phase; then it kills anyhow.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String BEING_SENT =
      "SELECT 'relevo-' || id FROM bot.parcel WHERE state IN ('SENDING', 'UNKNOWN')";

  private final Stage stage;
  private final Customers customers;

  Killer(Stage stage, Customers customers) {
    this.stage = stage;
    this.customers = customers;
  }

  Wound strike(Phase phase) throws IOException, SQLException, InterruptedException {
    try (var database = Database.of(stage.service().data())) {
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      stage.service().freeze();
      var hits = look(database);
      while (hits.getOrDefault(phase, 0) == 0 && System.nanoTime() < deadline) {
        stage.service().thaw();
        Thread.sleep(Duration.ofNanos(System.nanoTime() % 7_000_000));
        stage.service().freeze();
        hits = look(database);
      }
      var read = stage.provider().log().size();
      var unsettled = new HashSet<>(database.column(BEING_SENT));
      stage.service().kill();
      var wound = new Wound(phase, hits, onTheWire(unsettled, read));
      stage.service().restart();
      return wound;
    }
  }

  private Map<Phase, Integer> look(Database database) throws SQLException {
    // First, for the provider goes on answering.
    var open = stage.provider().open().size();
    var underWay = new HashSet<String>();
    customers.underWay().stream().map(Script.Line::wamid).forEach(underWay::add);
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

  /// What the provider has read, or reads yet of what the dead process had written, and the service
  /// had not recorded as settled.
  ///
  /// @param read how many requests the provider had read when the process was stopped
  private Set<String> onTheWire(Set<String> unsettled, int read) {
    var wire = new HashSet<String>();
    for (var sent : stage.provider().log()) {
      if (sent.sequence() > read || unsettled.contains(sent.reference())) {
        wire.add(sent.reference());
      }
    }
    return wire;
  }
}
