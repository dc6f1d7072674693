package dev.relevo.eval.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The database server under a [Service].
public sealed interface Postgres extends AutoCloseable {

  /// A look into the service's database; to be closed.
  Database look() throws IOException, SQLException;

  /// Who may end the connections of others; to be closed.
  Connection administrator() throws IOException, SQLException;

  /// Empty when none runs.
  Optional<ProcessHandle> postmaster() throws IOException;

  /// What whoever runs it does when it died.
  void revive() throws IOException;

  /// Ends what still runs of it.
  @Override
  void close();

  /// The one the service brings along, and starts again by itself.
  record Embedded(Path data) implements Postgres {

    @Override
    public Database look() throws IOException, SQLException {
      return Database.of(data);
    }

    @Override
    public Connection administrator() throws IOException, SQLException {
      return Administrator.of(data);
    }

    @Override
    public Optional<ProcessHandle> postmaster() throws IOException {
      return Servers.postmaster(data.resolve("postgres/cluster"));
    }

    @Override
    public void revive() {}

    /// The service ends it; a service that had to be killed did not.
    @Override
    public void close() {
      try {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /// One of its own, as several machines share it; its operator starts it again.
  final class Own implements Postgres {

    private static final Duration STARTED_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final int TRIES = 20;
    private static final String USER = "postgres";

    private final Path cluster;
    private final int port;
    private EmbeddedPostgres server;

    private Own(Path cluster, EmbeddedPostgres server) {
      this.cluster = cluster;
      this.server = server;
      this.port = server.getPort();
    }

    /// Starts an empty one in that folder.
    public static Own start(Path cluster) throws IOException {
      return new Own(cluster, started(cluster, 0));
    }

    public int port() {
      return port;
    }

    /// With which several services share it.
    ///
    /// @param port of this machine at which they reach it
    public static Map<String, String> settings(int port) {
      return Map.of(
          "relevo.database.url",
          address(port),
          "relevo.database.user",
          USER,
          "relevo.secret-key",
          "the same on every replica, 32 characters");
    }

    private static String address(int port) {
      return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    @Override
    public Database look() throws SQLException {
      return Database.at(address(port), USER);
    }

    @Override
    public Connection administrator() throws SQLException {
      return DriverManager.getConnection(address(port), USER, "");
    }

    @Override
    public Optional<ProcessHandle> postmaster() throws IOException {
      return Servers.postmaster(cluster);
    }

    /// As long as something is left of the dead one, no other can start.
    @Override
    public void revive() throws IOException {
      server.close();
      for (var n = 1; ; n++) {
        try {
          server = started(cluster, port);
          return;
        } catch (IOException | IllegalStateException notYet) {
          if (n == TRIES) {
            throw notYet;
          }
          pause();
        }
      }
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void pause() throws IOException {
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped", stopped);
      }
    }

    private static EmbeddedPostgres started(Path cluster, int port) throws IOException {
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setCleanDataDirectory(false)
              .setPGStartupWait(STARTED_WITHIN)
              // As durable as the one the service brings along: made for tests, it would forget the
              // last commits when it is killed.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "120");
      return (port == 0 ? builder : builder.setPort(port)).start();
    }
  }
}
