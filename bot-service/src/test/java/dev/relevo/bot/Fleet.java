package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.crm.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Packaged replicas on one empty PostgreSQL, behind one address, with a WhatsApp number that a
/// stand-in of the provider plays.
final class Fleet implements AutoCloseable {

  static final String OWNER = "owner@example.org";

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final String name;
  private final Path folder;
  private final Map<String, String> more;
  private final Balancer balancer = new Balancer();
  private final GraphStandIn provider =
      new GraphStandIn(GraphStandIn.Account.SAMPLE).slow(Duration.ofMillis(40));
  private final Map<String, PackagedApplication> running = new HashMap<>();

  /// @param name of the database
  /// @param more settings of each replica, as environment variables
  Fleet(String name, Path folder, Map<String, String> more) throws IOException, SQLException {
    this.name = name;
    this.folder = folder;
    this.more = Map.copyOf(more);
    provider.reporting(new StatusReports(webhook(), List.of("sent", "delivered"), 1));
    Crowd.matrix(folder.resolve("matrix.csv"));
    try (var connection = DriverManager.getConnection(TestDatabase.url());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
    }
  }

  GraphStandIn provider() {
    return provider;
  }

  /// Executes another of that name; it gets no calls before [#admit].
  void start(String replica) throws IOException {
    var settings = new HashMap<>(more);
    settings.put("RELEVO_DATABASE_URL", database());
    settings.put("RELEVO_SECRET_KEY", "the same on every replica, 32 characters");
    settings.put("RELEVO_OWNER_EMAIL", OWNER);
    settings.put("RELEVO_OWNER_PASSWORD", Visit.PASSWORD);
    settings.put("RELEVO_MATRIX", folder.resolve("matrix.csv").toString());
    for (var work : List.of("PAGES", "WEBHOOKS", "TURNS", "COURIERS")) {
      settings.put("RELEVO_DATABASE_CONNECTIONS_" + work, "4");
    }
    settings.put("RELEVO_CHANNELS_0_ID", "web");
    settings.put("RELEVO_CHANNELS_0_TYPE", "webchat");
    settings.put("RELEVO_CHANNELS_1_ID", "wa");
    settings.put("RELEVO_CHANNELS_1_TYPE", "whatsapp-cloud");
    settings.put("RELEVO_CHANNELS_1_PHONENUMBERID", provider.account().phoneNumberId());
    settings.put("RELEVO_CHANNELS_1_ACCESSTOKEN", provider.account().accessToken());
    settings.put("RELEVO_CHANNELS_1_APPSECRET", provider.account().appSecret());
    settings.put("RELEVO_CHANNELS_1_VERIFYTOKEN", "verify");
    settings.put("RELEVO_CHANNELS_1_GRAPHURL", provider.url().toString());
    settings.put("RELEVO_CHANNELS_1_RATE", "1000");
    running.put(
        replica,
        PackagedApplication.start(Files.createDirectories(folder.resolve(replica)), settings));
  }

  PackagedApplication replica(String replica) {
    return Optional.ofNullable(running.get(replica)).orElseThrow();
  }

  /// Waits until it is ready; calls go to it, too.
  void admit(String replica) throws IOException, InterruptedException {
    balancer.add(replica(replica).address());
  }

  /// `kill -9`.
  void kill(String replica) throws IOException, InterruptedException {
    var killed = replica(replica);
    killed.kill();
    balancer.remove(killed.address());
  }

  /// No more calls to it, then SIGTERM; returns when it has ended.
  void stop(String replica) throws IOException, InterruptedException {
    var stopped = replica(replica);
    balancer.remove(stopped.address());
    running.remove(replica);
    stopped.close();
  }

  /// Customers begin to write.
  ///
  /// @param first the number of the first; other crowds have others
  Crowd crowd(int first, int size) {
    return new Crowd(provider, webhook(), first, size).begins();
  }

  /// Who holds lanes, and how many shards of them.
  Map<String, Integer> owners() throws SQLException {
    var owners = new HashMap<String, Integer>();
    try (var connection = DriverManager.getConnection(database());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT owner, count(*) FROM bot.shard WHERE owner IS NOT NULL GROUP BY owner")) {
      while (rows.next()) {
        owners.put(rows.getString(1), rows.getInt(2));
      }
    }
    return owners;
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("did not happen in time: " + what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() throws IOException {
    for (var replica : running.values()) {
      replica.close();
    }
    provider.close();
    balancer.close();
  }

  private URI webhook() {
    return balancer.at("/webhooks/wa");
  }

  private String database() {
    return TestDatabase.url().replace("/postgres?", "/" + name + "?");
  }
}
