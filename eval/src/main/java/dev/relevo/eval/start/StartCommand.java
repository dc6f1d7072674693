package dev.relevo.eval.start;

import dev.relevo.eval.service.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval start`: from exec to healthy, the first start on nothing and later ones on its data folder
/// apart, and the memory then held. JVM options are taken from `JAVA_TOOL_OPTIONS`, as an operator
/// would give them.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Start-up time and memory of the packaged application.")
public final class StartCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Option(names = "--jar", required = true, description = "bot-service's …-exec.jar")
  private Path jar = Path.of("");

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "starts on the existing folder; default ${DEFAULT-VALUE}")
  private int runs;

  public StartCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    var data = Files.createTempDirectory("relevo-start").resolve("data");
    line("first start (unpack, make the database, migrate)", start(data));
    var later = new long[runs];
    for (var run = 0; run < runs; run++) {
      later[run] = start(data);
      line("start on the existing folder, run " + (run + 1), later[run]);
    }
    line("start on the existing folder, slowest", LongStream.of(later).max().orElse(0));
    return 0;
  }

  private long start(Path data) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    try (var service = Service.start(jar, data, Map.of())) {
      var took = (System.nanoTime() - begun) / 1_000_000;
      print(Footprint.of(service.pid(), data));
      return took;
    }
  }

  private void print(Footprint footprint) {
    out.printf(
        "PSS: JVM %d MB + PostgreSQL %d MB (%d processes) = %d MB%n",
        footprint.service(), footprint.database(), footprint.processes(), footprint.total());
  }

  private void line(String what, long milliseconds) {
    out.printf(Locale.ROOT, "%s: %.2f s from exec to healthy%n", what, milliseconds / 1000.0);
  }
}
