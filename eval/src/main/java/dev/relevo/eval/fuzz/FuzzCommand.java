package dev.relevo.eval.fuzz;

import dev.relevo.bot.channel.webchat.HostilePages;
import dev.relevo.bot.channel.webchat.HostileVisitors;
import dev.relevo.bot.channel.whatsapp.HostileCalls;
import dev.relevo.eval.run.Heap;
import dev.relevo.eval.service.Footprint;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval fuzz`: mangled input, so many times, to the reader of WhatsApp's calls, to those of the
/// web chat, to the matrix's import and export, and, with `--jar`, to the web chat of the packaged
/// application. It ends with 1 at the first input that is answered by a fault, by none in time, or
/// wrongly, and prints it.
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Mangled input to everything strangers may send.")
public final class FuzzCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Option(names = "--calls", defaultValue = "100000", description = "of WhatsApp; ${DEFAULT-VALUE}")
  private long calls;

  @Option(names = "--files", defaultValue = "20000", description = "of a matrix; ${DEFAULT-VALUE}")
  private long files;

  @Option(
      names = "--pages",
      defaultValue = "100000",
      description = "inputs to the web chat's readers alone; ${DEFAULT-VALUE}")
  private long pages;

  @Option(
      names = "--requests",
      defaultValue = "20000",
      description = "to the web chat, where --jar is given; ${DEFAULT-VALUE}")
  private long requests;

  @Option(names = "--jar", description = "bot-service's …-exec.jar")
  private Optional<Path> jar = Optional.empty();

  @Option(names = "--seed", defaultValue = "20261126", description = "default ${DEFAULT-VALUE}")
  private long seed;

  public FuzzCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      var whatsApp = new HostileCalls(seed);
      run("WhatsApp calls", calls, whatsApp::next);
      var webChat = new HostilePages(seed);
      run("web chat inputs", pages, webChat::next);
      run("matrix files", files, new HostileMatrices(seed));
      if (jar.isPresent()) {
        webChat(jar.get());
      }
      return 0;
    } catch (AssertionError wrong) {
      out.println(wrong.getMessage());
      for (var cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
        out.printf("  because of %s%n    at %s%n", cause, cause.getStackTrace()[0]);
      }
      return 1;
    }
  }

  private void webChat(Path jar) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("relevo-fuzz");
    var settings = Map.of("relevo.channels[0].id", "wc", "relevo.channels[0].type", "webchat");
    try (var service = Service.start(new Way.Jar(jar), folder.resolve("data"), settings)) {
      var before = Footprint.of(service.pid(), service.data());
      var visitors = new HostileVisitors(service.url(), "wc", seed);
      run("web chat requests", requests, visitors::next);
      var after = Footprint.of(service.pid(), service.data());
      out.printf(
          "memory of the service: %d MB before, %d MB after%n", before.service(), after.service());
    }
  }

  private void run(String what, long times, Hostile hostile)
      throws IOException, InterruptedException {
    var started = System.nanoTime();
    var taken = 0L;
    var slowest = 0L;
    for (var n = 0L; n < times; n++) {
      var begun = System.nanoTime();
      taken += hostile.next() ? 1 : 0;
      slowest = Math.max(slowest, System.nanoTime() - begun);
    }
    var seconds = (System.nanoTime() - started) / 1e9;
    out.printf(
        Locale.ROOT,
        "%,d %s: %,d taken, the others refused; slowest %.0f ms; %.0f s, %,.0f a second; heap %.0f MB; no fault%n",
        times,
        what,
        taken,
        slowest / 1e6,
        seconds,
        times / seconds,
        Heap.used() / 1e6);
  }
}
