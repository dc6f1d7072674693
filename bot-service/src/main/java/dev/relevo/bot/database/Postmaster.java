package dev.relevo.bot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The running server process of a data folder of PostgreSQL, known by its `postmaster.pid`.
record Postmaster(ProcessHandle process) {

  private static final Duration FAST = Duration.ofSeconds(20);

  /// The server that really runs on this folder, if any. A number in the file that now belongs to
  /// another program (the machine was started anew) is not one; the file is then removed, because
  /// PostgreSQL would believe it.
  static Optional<Postmaster> of(Path cluster) throws IOException {
    var file = cluster.resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    var process = number(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return Optional.empty();
    }
    if (serves(process.get(), cluster)) {
      return process.map(Postmaster::new);
    }
    Files.deleteIfExists(file);
    return Optional.empty();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Ends it in PostgreSQL's fast mode, open transactions are rolled back; when that takes too
  /// long, in the immediate mode, from which the next start recovers.
  void stop(Command pgCtlStop) throws IOException {
    if (Bundle.isWindows()) {
      pgCtlStop.run("");
    } else {
      signal("INT");
    }
    if (!ended(FAST)) {
      signal("QUIT");
      if (!ended(FAST)) {
        throw new IOException(
            "the database server (process %d) does not end".formatted(process.pid()));
      }
    }
  }

  private boolean ended(Duration limit) throws IOException {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException failed) {
      throw new IOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private void signal(String name) throws IOException {
    new ProcessBuilder(List.of("/bin/sh", "-c", "kill -%s %d".formatted(name, process.pid())))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    var info = process.info();
    var isPostgres =
        info.command().or(info::commandLine).filter(it -> it.contains("postgres")).isPresent();
    var words = info.arguments();
    // Where the system does not tell the arguments (Windows), the program's name must do.
    return words.map(it -> Arrays.asList(it).contains(cluster.toString())).orElse(isPostgres);
  }

  private static Optional<Long> number(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(it -> it.matches("\\d{1,9}"))
          .map(Long::valueOf);
    }
  }
}
