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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that Relevo brings along: it lives in `postgres/` of the data folder, starts and
/// ends with the service, listens on loopback only and commits durably. A server that a killed
/// service left behind is ended first; what it had committed is there.
final class EmbeddedDatabase implements Database {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final int ATTEMPTS = 3;
  private static final Duration WATCH = Duration.ofSeconds(10);
  private static final long LOG_BYTES = 4L << 20;

  /// Beside those of the pools: migrations, a person with psql, PostgreSQL's own.
  private static final int SPARE_CONNECTIONS = 12;

  private final String version;
  private final Path parent;
  private final Bundle bundle;
  private final Footing footing;
  private final Cluster cluster;
  private final Passwords passwords;
  private final int connections;
  private final Thread watch;
  private int port;
  private volatile boolean closed;

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

  /// Ends the server; what was committed is on disk.
  @Override
  public void close() {
    closed = true;
    watch.interrupt();
    try {
      stopRunning();
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
  private synchronized void run() throws IOException {
    var result = new Command.Result(1, "");
    for (var attempt = 0; attempt < ATTEMPTS && !result.succeeded(); attempt++) {
      port = freePort(attempt == 0 ? lastPort() : 0);
      cluster.configure(port, connections);
      result = footing.command(parent, startWords()).run("");
    }
    if (!result.succeeded()) {
      throw new CannotStart(
          "The embedded PostgreSQL in %s did not start: %s (more in %s)."
              .formatted(cluster.folder(), lastLogLine(), logFile()));
    }
    Files.writeString(parent.resolve("port"), Integer.toString(port));
  }

  private Stream<String> startWords() throws IOException {
    var folder = Files.createDirectories(logFile().getParent());
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
        logFile().toString());
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

  /// While the service runs: a server that died is started again, a log that has grown is cut.
  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(WATCH);
        boundLog();
        if (!closed && Postmaster.of(cluster.folder()).isEmpty()) {
          log.error("the embedded PostgreSQL has ended by itself and is started again");
          run();
        }
      } catch (InterruptedException ended) {
        return;
      } catch (IOException | CannotStart failed) {
        log.atError().setCause(failed).log("the embedded PostgreSQL cannot be watched");
      }
    }
  }

  /// Copied and cut in place: the server keeps writing to the same file.
  private void boundLog() throws IOException {
    var file = logFile();
    if (Files.exists(file) && Files.size(file) > LOG_BYTES) {
      Files.copy(file, file.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    }
  }

  private Path logFile() {
    return parent.resolve("log").resolve("server.log");
  }

  private String lastLogLine() throws IOException {
    var file = logFile();
    return Files.exists(file)
        ? new Command.Result(1, Files.readString(file)).lastLine()
        : "it wrote no log";
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
