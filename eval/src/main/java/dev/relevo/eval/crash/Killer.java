package dev.relevo.eval.crash;

import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;

/// Kills the service in the middle of a phase, looks at what it hit, and starts it again.
final class Killer {

  /// How long it waits for the phase to come by; then it strikes anyhow.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Stage stage;
  private final Customers customers;
  private final Duration latency;

  Killer(Stage stage, Customers customers, Duration latency) {
    this.stage = stage;
    this.customers = customers;
    this.latency = latency;
  }

  Wound strike(Phase phase) throws IOException, SQLException, InterruptedException {
    try (var database = Database.of(stage.service().data())) {
      var deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!underWay(phase, database) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      var open = customers.unanswered();
      var struck = Instant.now();
      stage.service().kill();
      var wound = look(phase, database, open, struck);
      stage.service().restart();
      return wound;
    }
  }

  private boolean underWay(Phase phase, Database database) throws SQLException {
    return switch (phase) {
      case ACCEPT -> inTransaction(database, "webhooks") > 0;
      case THINK -> waiting(database) > 0 && inTransaction(database, "turns") == 0;
      case APPLY -> inTransaction(database, "turns") > 0;
      case SEND -> sending(database) > 0;
    };
  }

  private Wound look(Phase aimedAt, Database database, int open, Instant struck)
      throws SQLException {
    var hits = new EnumMap<Phase, Integer>(Phase.class);
    hits.put(Phase.ACCEPT, open);
    hits.put(Phase.THINK, waiting(database));
    hits.put(
        Phase.APPLY, database.number("SELECT count(*) FROM bot.parcel WHERE state = 'QUEUED'"));
    hits.put(Phase.SEND, sending(database));
    return new Wound(aimedAt, hits, onTheWire(struck));
  }

  private int onTheWire(Instant struck) {
    return (int)
        stage.provider().log().stream()
            .filter(it -> it.at().plus(latency).isAfter(struck.minusMillis(20)))
            .count();
  }

  private static int inTransaction(Database database, String pool) throws SQLException {
    return database.number(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE application_name = 'relevo-%s' AND xact_start IS NOT NULL AND state <> 'idle'
        """
            .formatted(pool));
  }

  private static int waiting(Database database) throws SQLException {
    return database.number("SELECT count(*) FROM bot.inbound WHERE state = 'WAITING'");
  }

  private static int sending(Database database) throws SQLException {
    return database.number("SELECT count(*) FROM bot.parcel WHERE state IN ('SENDING', 'UNKNOWN')");
  }
}
