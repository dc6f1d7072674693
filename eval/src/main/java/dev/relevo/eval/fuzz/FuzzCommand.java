package dev.relevo.eval.fuzz;

import dev.relevo.bot.channel.webchat.HostileVisitors;
import dev.relevo.eval.service.Footprint;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval fuzz`: mangled requests, so many times, over HTTP to the web chat of the packaged
/// application. It ends with 1 at the first that is answered by a fault or by nothing in time, and
/// prints it.
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Mangled requests to the web chat of the packaged application.")
public final class FuzzCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Option(names = "--requests", defaultValue = "20000", description = "default ${DEFAULT-VALUE}")
  private long requests;

  @Option(names = "--jar", required = true, description = "bot-service's …-exec.jar")
  private Path jar = Path.of("");

  @Option(names = "--seed", defaultValue = "20261126", description = "default ${DEFAULT-VALUE}")
  private long seed;

  public FuzzCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("relevo-fuzz");
    var settings = Map.of("relevo.channels[0].id", "wc", "relevo.channels[0].type", "webchat");
    try (var service = Service.start(new Way.Jar(jar), folder.resolve("data"), settings)) {
      var before = Footprint.of(service.pid(), service.data());
      send(new HostileVisitors(service.url(), "wc", seed));
      var after = Footprint.of(service.pid(), service.data());
      out.printf(
          "memory of the service: %d MB before, %d MB after%n", before.service(), after.service());
      return 0;
    } catch (AssertionError wrong) {
      out.println(wrong.getMessage());
      return 1;
    }
  }

  private void send(HostileVisitors visitors) throws IOException, InterruptedException {
    var started = System.nanoTime();
    var taken = 0L;
    var slowest = 0L;
    for (var n = 0L; n < requests; n++) {
      var begun = System.nanoTime();
      taken += visitors.next() ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - begun);
    }
    out.printf(
        Locale.ROOT,
        "%,d requests: %,d taken, the others refused; slowest %.0f ms; %,.0f a second; no fault%n",
        requests,
        taken,
        slowest / 1e6,
        requests / ((System.nanoTime() - started) / 1e9));
  }
}
