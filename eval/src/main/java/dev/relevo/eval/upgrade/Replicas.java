package dev.relevo.eval.upgrade;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Balancer;
import dev.relevo.eval.service.Database;
import dev.relevo.eval.service.Postgres;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Replicas on one PostgreSQL behind a balancer, and the provider that calls them.
final class Replicas implements AutoCloseable {

  private static final Duration LATENCY = Duration.ofMillis(40);
  private static final Duration LATE = Duration.ofSeconds(5);

  private final Path folder;
  private final Postgres.Own postgres;
  private final GraphStandIn provider = new GraphStandIn(GraphStandIn.Account.SAMPLE);
  private final StatusReports receipts;
  private final Map<String, String> settings;
  private final List<Replica> up = new CopyOnWriteArrayList<>();
  private final Balancer balancer = new Balancer();

  /// The database alone, still empty, and the provider.
  Replicas(Script script, long seed) throws IOException {
    folder = Files.createTempDirectory("relevo-upgrade");
    receipts = new StatusReports(this::webhook, StatusReports.WHOLE, seed).late(LATE);
    provider.slow(LATENCY).reporting(receipts);
    settings =
        new HashMap<>(Stage.settings(provider, script.writeMatrix(folder.resolve("matrix.csv"))));
    postgres = Postgres.Own.start(folder.resolve("cluster"));
    settings.putAll(Postgres.Own.settings(postgres.port()));
  }

  /// Starts one on a machine's folder; once it is ready, the balancer calls it too.
  Replica start(String place, String version, Way way) throws IOException, InterruptedException {
    var service = Service.start(way, folder.resolve(place), settings);
    var replica = new Replica(place, version, service);
    up.add(replica);
    return replica;
  }

  /// Asks it to end, as an operator does; the balancer goes on calling it until it is gone, as one
  /// that has not noticed yet. Whether it ended by itself.
  boolean stop(Replica replica) {
    var ended = replica.service().stop();
    up.remove(replica);
    return ended;
  }

  GraphStandIn provider() {
    return provider;
  }

  StatusReports receipts() {
    return receipts;
  }

  /// To be closed.
  Database look() throws SQLException {
    return postgres.look();
  }

  /// That of each replica in turn.
  URI webhook() {
    return balancer.webhook(up.stream().map(Replica::service).toList());
  }

  @Override
  public void close() {
    try (postgres;
        provider) {
      up.forEach(it -> it.service().close());
    }
  }
}
