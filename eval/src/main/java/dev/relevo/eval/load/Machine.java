package dev.relevo.eval.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The machine everything runs on.
final class Machine {

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private Machine() {}

  /// Its cores and their make, in a few words.
  static String describe() throws IOException {
    var cores = Runtime.getRuntime().availableProcessors();
    if (Files.notExists(PROCESSOR)) {
      return "%d cores, %s".formatted(cores, System.getProperty("os.arch"));
    }
    try (var lines = Files.lines(PROCESSOR)) {
      var model =
          lines
              .filter(it -> it.startsWith(MODEL))
              .map(it -> it.substring(it.indexOf(':') + 1).strip())
              .findFirst()
              .orElse("unknown");
      return "%d cores of %s".formatted(cores, model);
    }
  }
}
