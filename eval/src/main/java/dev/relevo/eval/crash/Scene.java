package dev.relevo.eval.crash;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Balancer;
import dev.relevo.eval.service.Postgres;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What troubles come upon: replicas of the packaged application, the PostgreSQL under them, the
/// provider, the customers.
final class Scene implements AutoCloseable {

  static final Duration LATENCY = Duration.ofMillis(40);

  private static final Duration LATE = Duration.ofSeconds(15);
  private static final Duration WELL_WITHIN = Duration.ofMinutes(2);
  private static final int DISK_MEGABYTES = 512;

  private final Random dice;
  private final GraphStandIn provider;
  private final Customers customers;
  private final List<Service> replicas = new ArrayList<>();
  private final Balancer balancer = new Balancer();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Path folder;
  private final Map<String, String> settings;
  private Optional<SmallDisk> disk = Optional.empty();
  private Optional<Line> line = Optional.empty();
  private Optional<Postgres> postgres = Optional.empty();

  private Scene(Script script, long seed) throws IOException {
    dice = new Random(seed);
    folder = Files.createTempDirectory("relevo-crash");
    provider = opening(new GraphStandIn(GraphStandIn.Account.SAMPLE).slow(LATENCY));
    provider.reporting(
        new StatusReports(this::webhook, List.of("sent", "delivered"), seed).late(LATE));
    customers =
        new Customers(provider, this::webhook, Customers.inDisorder(script, new Random(seed)));
    settings = Stage.settings(provider, script.writeMatrix(folder.resolve("matrix.csv")));
    settings.put("relevo.log-format", "json");
  }

  /// One machine with the embedded database, on a small disk where one can be mounted.
  static Scene ofOneMachine(Way way, Script script, long seed)
      throws IOException, InterruptedException {
    return built(new Scene(script, seed), scene -> scene.furnishOne(way));
  }

  /// Two replicas that reach one PostgreSQL over one line.
  static Scene ofTwoReplicas(Way way, Script script, long seed)
      throws IOException, InterruptedException {
    return built(new Scene(script, seed), scene -> scene.furnishTwo(way));
  }

  Random dice() {
    return dice;
  }

  GraphStandIn provider() {
    return provider;
  }

  Customers customers() {
    return customers;
  }

  Postgres postgres() {
    return postgres.orElseThrow();
  }

  List<Service> replicas() {
    return List.copyOf(replicas);
  }

  Optional<SmallDisk> disk() {
    return disk;
  }

  Optional<Line> line() {
    return line;
  }

  /// What the replicas' logs tell, as far as they were written.
  Discretion discretion(Script script) throws IOException {
    var confidential = Confidential.of(script, settings);
    for (var replica : replicas) {
      confidential.with(replica.data());
    }
    return Discretion.in(replicas.stream().map(Service::log).toList(), confidential.texts());
  }

  /// Any of the replicas.
  Service replica() {
    return replicas.get(dice.nextInt(replicas.size()));
  }

  /// Until every replica says that it is well.
  void awaitWell() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + WELL_WITHIN.toNanos();
    for (var replica : replicas) {
      while (!replica.healthy()) {
        if (!replica.isAlive() || System.nanoTime() > deadline) {
          throw new IOException(
              "a replica %s; it says why in %s"
                  .formatted(replica.isAlive() ? "does not recover" : "has ended", replica.log()));
        }
        Thread.sleep(50);
      }
    }
  }

  /// Also when it was hurried: nothing may be left running or mounted.
  @Override
  public void close() throws IOException {
    var hurried = Thread.interrupted();
    var failure = new IOException("not everything could be ended");
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception failed) {
        failure.addSuppressed(failed);
      }
    }
    if (hurried) {
      Thread.currentThread().interrupt();
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }

  /// What the scene needs is put there one by one.
  private interface Furnishing {
    void with(Scene scene) throws IOException, InterruptedException;
  }

  private static Scene built(Scene scene, Furnishing furnishing)
      throws IOException, InterruptedException {
    try {
      furnishing.with(scene);
      return scene;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      scene.close();
      throw failed;
    }
  }

  private void furnishOne(Way way) throws IOException, InterruptedException {
    var data = folder.resolve("data");
    disk = SmallDisk.on(data, DISK_MEGABYTES);
    disk.ifPresent(this::opening);
    postgres = Optional.of(opening(new Postgres.Embedded(data)));
    start(way, data, Map.of());
  }

  private void furnishTwo(Way way) throws IOException, InterruptedException {
    var own = opening(Postgres.Own.start(folder.resolve("cluster")));
    postgres = Optional.of(own);
    var wire = opening(new Line(own.port()));
    line = Optional.of(wire);
    var more = Postgres.Own.settings(wire.port());
    start(way, folder.resolve("one"), more);
    start(way, folder.resolve("two"), more);
  }

  private void start(Way way, Path data, Map<String, String> more)
      throws IOException, InterruptedException {
    settings.putAll(more);
    replicas.add(opening(Service.start(way, data, settings)));
  }

  private <T extends AutoCloseable> T opening(T thing) {
    opened.push(thing);
    return thing;
  }

  /// The replicas' in turn.
  private URI webhook() {
    return balancer.webhook(List.copyOf(replicas));
  }
}
