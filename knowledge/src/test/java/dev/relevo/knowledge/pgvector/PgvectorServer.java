package dev.relevo.knowledge.pgvector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL 17 with pgvector, from a Debian in a folder: `.ci/run` prepares it and names
/// it in `RELEVO_PGVECTOR`. Started inside of it by root, as the user `postgres`, on this machine
/// only.
final class PgvectorServer {

  private static final String PROGRAMS = "/usr/lib/postgresql/17/bin/";

  private final Path debian;
  private final String data;
  private final int port;

  private PgvectorServer(Path debian, String data, int port) {
    this.debian = debian;
    this.data = data;
    this.port = port;
  }

  /// Where it is, if it was prepared.
  static Optional<Path> prepared() {
    return Optional.ofNullable(System.getenv("RELEVO_PGVECTOR"))
        .map(Path::of)
        .filter(it -> Files.isExecutable(it.resolve("." + PROGRAMS + "postgres")));
  }

  static PgvectorServer start(Path debian) throws IOException, InterruptedException {
    var server =
        new PgvectorServer(debian, "/tmp/relevo-" + ProcessHandle.current().pid(), freePort());
    server.run("initdb", "--auth=trust", "--locale=C.UTF-8", "--encoding=UTF8");
    server.run(
        "pg_ctl",
        "--wait",
        "--log=" + server.data + "/log",
        "--options=-p "
            + server.port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=/tmp"
            + " -c dynamic_shared_memory_type=mmap -c fsync=off",
        "start");
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(asRoot());
    command.addAll(
        List.of(
            "chroot",
            debian.toString(),
            "runuser",
            "-u",
            "postgres",
            "--",
            PROGRAMS + program,
            "--pgdata=" + data));
    command.addAll(List.of(arguments));
    var output = Files.createTempFile("pgvector", ".log");
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(program + " failed: " + Files.readString(output, UTF_8));
    }
    Files.delete(output);
  }

  private static List<String> asRoot() {
    return "root".equals(System.getProperty("user.name")) ? List.of() : List.of("sudo", "-n");
  }

  DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {port});
    dataSource.setUser("postgres");
    dataSource.setDatabaseName("postgres");
    return dataSource;
  }

  void stop() throws IOException, InterruptedException {
    run("pg_ctl", "--mode=immediate", "stop");
    var removal = new ArrayList<>(asRoot());
    removal.addAll(List.of("rm", "-rf", debian.resolve("." + data).toString()));
    new ProcessBuilder(removal).start().waitFor();
  }
}
