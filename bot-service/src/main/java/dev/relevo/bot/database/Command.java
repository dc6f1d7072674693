package dev.relevo.bot.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs one of the server's programs to its end. Its output goes through a file, because a server
/// that is started by it inherits the output and would keep a pipe open.
record Command(List<String> words, Path folder) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  Command {
    words = List.copyOf(words);
  }

  /// The exit code, and what was printed.
  record Result(int code, String output) {
    boolean succeeded() {
      return code == 0;
    }

    /// The last thing it said that is not empty.
    String lastLine() {
      return output
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .reduce((first, second) -> second)
          .orElse("no output");
    }
  }

  /// @param input what it reads from standard input
  Result run(String input) throws IOException {
    var said = Files.createTempFile(folder, "command", ".out");
    var heard = Files.createTempFile(folder, "command", ".in");
    try {
      Files.writeString(heard, input);
      var builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .redirectInput(heard.toFile());
      cleanse(builder.environment());
      var process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(words.getLast() + " did not end within " + LIMIT.toSeconds() + " s");
      }
      return new Result(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      Files.deleteIfExists(said);
      Files.deleteIfExists(heard);
    }
  }

  /// A PGDATA or a locale of the operator's shell must not change what the embedded server does.
  private static void cleanse(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("PG") || name.startsWith("LC_") || name.startsWith("LD_"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }
}
