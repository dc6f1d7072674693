package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// The server's data folder (PostgreSQL's word: a cluster): made once, configured anew at every
/// start.
final class Cluster {

  private final Path parent;
  private final Path folder;
  private final Bundle bundle;
  private final Footing footing;

  Cluster(Path parent, Bundle bundle, Footing footing) {
    this.parent = parent;
    this.folder = parent.resolve("cluster");
    this.bundle = bundle;
    this.footing = footing;
  }

  Path folder() {
    return folder;
  }

  /// @throws CannotStart when the data was written by another major version
  static void refuseOtherMajor(Path parent, String version) throws IOException {
    var file = parent.resolve("cluster").resolve("PG_VERSION");
    if (Files.notExists(file)) {
      return;
    }
    var found = Files.readString(file).strip();
    var ours = version.substring(0, version.indexOf('.'));
    if (!found.equals(ours)) {
      throw new CannotStart(
          "The database in %s was written by PostgreSQL %s and this Relevo brings PostgreSQL %s; start the Relevo that wrote it, or move the data with PostgreSQL's pg_upgrade or a dump and restore, or set RELEVO_DATA_DIR to an empty folder."
              .formatted(parent.resolve("cluster"), found, ours));
    }
  }

  /// Makes it beside and renames it when it is whole, so that a crash in between leaves nothing
  /// half made.
  void ensure(Passwords passwords) throws IOException {
    if (Files.exists(folder)) {
      footing.own(folder);
      return;
    }
    var part = parent.resolve("cluster.part");
    Bundle.delete(part);
    Files.createDirectories(part);
    if (!Bundle.isWindows()) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
    }
    footing.own(part);
    initialise(part);
    makeRoles(part, passwords);
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Durable, on loopback, by password only, and small: about 60 MB beside the application, up to
  /// twice as much once it has worked hard.
  void configure(int port, int connections) throws IOException {
    write(
        "relevo.conf",
        """
        # Written at every start; changes here are lost. Larger machines: an external PostgreSQL (RELEVO_DATABASE_URL).
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = %d
        password_encryption = 'scram-sha-256'
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        shared_buffers = '256MB'
        effective_cache_size = '512MB'
        work_mem = '4MB'
        maintenance_work_mem = '32MB'
        min_wal_size = '64MB'
        max_wal_size = '1GB'
        checkpoint_timeout = '15min'
        max_wal_senders = 2
        max_replication_slots = 2
        max_logical_replication_workers = 0
        max_parallel_workers = 0
        max_parallel_workers_per_gather = 0
        max_parallel_maintenance_workers = 0
        autovacuum_max_workers = 2
        io_method = 'sync'
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        # The application logs its own errors; here neither statements nor the rows they failed on are written.
        log_min_messages = 'log'
        log_min_error_statement = 'panic'
        log_error_verbosity = 'terse'
        log_checkpoints = off
        """
            .formatted(port, connections));
    write(
        "pg_hba.conf",
        """
        host all all 127.0.0.1/32 scram-sha-256
        """);
  }

  private void initialise(Path part) throws IOException {
    var words =
        Stream.of(
            bundle.program("initdb"),
            "--pgdata=" + part,
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--auth-local=reject",
            "--auth-host=scram-sha-256");
    var result = footing.command(parent, words).run("");
    if (!result.succeeded()) {
      throw new CannotStart(
          "The database in %s cannot be made: %s".formatted(folder, result.lastLine()));
    }
    Files.writeString(
        part.resolve("postgresql.conf"),
        System.lineSeparator() + "include 'relevo.conf'" + System.lineSeparator(),
        StandardOpenOption.APPEND);
    Files.writeString(part.resolve("relevo.conf"), "", StandardOpenOption.CREATE);
    footing.own(part.resolve("relevo.conf"));
  }

  /// In single-user mode, before any network: nobody ever connects without a password. Iterations
  /// slow down who guesses; nobody guesses 192 random bits, and every connection would pay for
  /// them.
  private void makeRoles(Path part, Passwords passwords) throws IOException {
    var words =
        Stream.of(
            bundle.program("postgres"),
            "--single",
            "-c",
            "log_min_error_statement=panic",
            "-c",
            "scram_iterations=1",
            "-D",
            part.toString(),
            "postgres");
    var statements =
        """
        ALTER ROLE postgres PASSWORD '%s'
        CREATE ROLE relevo_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'
        CREATE ROLE relevo_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'
        %s
        CREATE DATABASE relevo OWNER relevo_owner
        REVOKE ALL ON DATABASE relevo FROM PUBLIC
        GRANT CONNECT, TEMPORARY ON DATABASE relevo TO relevo_app
        REVOKE ALL ON DATABASE postgres FROM PUBLIC
        REVOKE ALL ON DATABASE template1 FROM PUBLIC
        """
            .formatted(
                passwords.superuser(),
                passwords.owner(),
                passwords.application(),
                Roles.makeTenant().replace("; ", System.lineSeparator()));
    var result = footing.command(parent, words).run(statements);
    if (!result.succeeded() || result.output().contains("ERROR:")) {
      throw new CannotStart(
          "The roles of the database in %s cannot be made: %s"
              .formatted(folder, result.lastLine()));
    }
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, text);
    footing.own(file);
  }
}
