package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that Relevo brings along: it lives in `postgres/` of the data folder, starts and
/// ends with the service, listens on loopback only and commits durably. A server that a killed
/// service left behind is ended first; what it had committed is there. A server that dies while the
/// service lives is started again, as often as it takes: on a full disk, until there is room.
final class EmbeddedDatabase implements Database {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final int ATTEMPTS = 3;
  private static final Duration WATCH = Duration.ofSeconds(1);

  /// Beside those of the pools: migrations, a person with psql, PostgreSQL's own.
  private static final int SPARE_CONNECTIONS = 12;

  private final String version;
  private final Path parent;
  private final Bundle bundle;
  private final Footing footing;
  private final Cluster cluster;
  private final Passwords passwords;
  private final ServerLog serverLog;
  private final int connections;
  private final Thread watch;
  private final CountDownLatch closing = new CountDownLatch(1);
  private int port;

  private EmbeddedDatabase(
      String version,
      Path parent,
      Bundle bundle,
      Footing footing,
      Passwords passwords,
      int connections) {
    this.version = version;
    this.parent = parent;
    this.bundle = bundle;
    this.footing = footing;
    this.cluster = new Cluster(parent, bundle, footing);
    this.passwords = passwords;
    this.serverLog = ServerLog.in(parent);
    this.connections = connections + SPARE_CONNECTIONS;
    this.watch = Thread.ofVirtual().name("database-watch").unstarted(this::watch);
  }

  /// @param version of the binaries in this build
  /// @param connections how many the pools may open together
  /// @throws CannotStart when it cannot run here
  static EmbeddedDatabase start(DataFolder folder, String version, int connections) {
    var begun = System.nanoTime();
    try {
      var parent = folder.folder("postgres");
      Cluster.refuseOtherMajor(parent, version);
      passable(parent);
      var bundle = Bundle.unpack(parent, version);
      var footing = Footing.find(bundle, parent);
      var database =
          new EmbeddedDatabase(
              version, parent, bundle, footing, Passwords.kept(folder), connections);
      database.launch();
      log.atDebug()
          .addKeyValue("ms", (System.nanoTime() - begun) / 1_000_000)
          .log("embedded PostgreSQL is up");
      return database;
    } catch (IOException failed) {
      throw new CannotStart(
          "The embedded PostgreSQL in %s cannot be started: %s"
              .formatted(folder.path().resolve("postgres"), failed),
          failed);
    }
  }

  @Override
  public Login owner() {
    return new Login(url(), "relevo_owner", passwords.owner(), Optional.empty());
  }

  @Override
  public Login application() {
    return new Login(url(), Roles.APPLICATION, passwords.application(), Optional.empty());
  }

  /// The superuser of the server that runs on this folder, whoever started it; nothing when none
  /// does.
  ///
  /// @param parent the folder `postgres` of a data folder
  static Optional<Login> superuser(Path parent) throws IOException {
    if (Postmaster.of(parent.resolve("cluster")).isEmpty()) {
      return Optional.empty();
    }
    var password = Passwords.in(parent).superuser();
    return Optional.of(new Login(url(lastPort(parent)), "postgres", password, Optional.empty()));
  }

  @Override
  public String description() {
    return "embedded PostgreSQL %s on 127.0.0.1:%d"
        .formatted(version.replaceFirst("\\.0$", ""), port);
  }

  /// Ends the server, also one that is just being started again; what was committed is on disk.
  @Override
  public void close() {
    closing.countDown();
    try {
      watch.join();
      stopRunning();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void launch() throws IOException {
    stopRunning();
    cluster.ensure(passwords);
    run();
    try (var owner = owner().connect()) {
      if (!Roles.present(owner, Roles.TENANT)) {
        makeTenantRole();
      }
      Schemas.prepare(owner);
    } catch (SQLException refused) {
      close();
      throw new CannotStart(
          "The embedded database in %s cannot be entered with the passwords in %s: %s"
              .formatted(cluster.folder(), parent.resolve("passwords"), refused.getMessage()),
          refused);
    }
    watch.start();
  }

  /// In a cluster of a Relevo that did not know it yet.
  private void makeTenantRole() throws SQLException {
    var administrator = new Login(url(), "postgres", passwords.superuser(), Optional.empty());
    try (var connection = administrator.connect();
        var statement = connection.createStatement()) {
      statement.execute(Roles.makeTenant());
    }
  }

  /// On the port of last time, if it is free.
  private void run() throws IOException {
    var started = false;
    for (var attempt = 0; attempt < ATTEMPTS && !started; attempt++) {
      port = freePort(attempt == 0 ? lastPort() : 0);
      cluster.configure(port, connections);
      started = started();
    }
    if (!started) {
      throw didNotStart();
    }
    Files.writeString(parent.resolve("port"), Integer.toString(port));
  }

  private boolean started() throws IOException {
    return footing.command(parent, startWords()).run("").succeeded();
  }

  private CannotStart didNotStart() throws IOException {
    return new CannotStart(
        "The embedded PostgreSQL in %s did not start: %s (more in %s)."
            .formatted(cluster.folder(), serverLog.lastLine(), serverLog.file()));
  }

  private Stream<String> startWords() throws IOException {
    var folder = Files.createDirectories(serverLog.folder());
    footing.own(folder);
    return Stream.of(
        bundle.program("pg_ctl"),
        "start",
        "-w",
        "-s",
        "-t",
        "90",
        "-D",
        cluster.folder().toString(),
        "-l",
        serverLog.file().toString());
  }

  private void stopRunning() throws IOException {
    var running = Postmaster.of(cluster.folder());
    if (running.isPresent()) {
      var words =
          Stream.of(
              bundle.program("pg_ctl"), "stop", "-m", "fast", "-D", cluster.folder().toString());
      running.get().stop(footing.command(parent, words));
    }
  }

  /// While the service runs.
  private void watch() {
    var said = "";
    try {
      while (!closing.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
        said = look(said);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// A server that died is started again, a log that has grown is cut.
  ///
  /// @param said what went wrong at the last look, not to be said again
  /// @return what went wrong now; empty when nothing did
  private String look(String said) {
    try {
      if (Postmaster.of(cluster.folder()).isEmpty()) {
        startAgain(said.isEmpty());
      }
      serverLog.bound();
      return "";
    } catch (IOException | CannotStart failed) {
      var saying = String.valueOf(failed.getMessage());
      if (!saying.equals(said)) {
        log.atError()
            .addKeyValue("why", saying)
            .log("the embedded PostgreSQL is looked after in vain; tried again every second");
      }
      return saying;
    }
  }

  /// On its port, for the pools know no other, and configured as it was, for a full disk would take
  /// the configuration away. What is left of a killed one keeps the next from starting for a
  /// moment.
  private void startAgain(boolean first) throws IOException {
    if (first) {
      log.error("the embedded PostgreSQL has ended by itself and is started again");
    }
    if (!started()) {
      throw didNotStart();
    }
    log.warn("the embedded PostgreSQL is up again");
  }

  private String url() {
    return url(port);
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/relevo".formatted(port);
  }

  private int lastPort() throws IOException {
    return lastPort(parent);
  }

  private static int lastPort(Path parent) throws IOException {
    var file = parent.resolve("port");
    var text = Files.exists(file) ? Files.readString(file).strip() : "0";
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static int freePort(int wanted) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted));
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wanted == 0) {
        throw taken;
      }
      return freePort(0);
    }
  }

  /// The server's user passes through to its own folders and reads nothing else here.
  private static void passable(Path parent) throws IOException {
    if (!Bundle.isWindows()) {
      Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
    }
  }
}
