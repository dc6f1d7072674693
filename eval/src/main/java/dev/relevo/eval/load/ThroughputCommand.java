package dev.relevo.eval.load;

import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval throughput`: how many turns a second, from webhook to send, with every commit durable. A
/// first figure: customers write as fast as they are answered (closed loop), so waiting is not
/// counted as an open arrival rate would.
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = "Turns per second of the packaged application, webhooks and sends included.")
public final class ThroughputCommand implements Callable<Integer> {

  private final PrintWriter out;

  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

  @Option(names = "--jar", required = true, description = "bot-service's …-exec.jar")
  private Path jar = Path.of("");

  @Option(names = "--customers", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
  private int customers;

  @Option(
      names = "--questions",
      defaultValue = "10",
      description = "each asks; default ${DEFAULT-VALUE}")
  private int questions;

  @Option(
      names = "--at-once",
      defaultValue = "64",
      description = "webhooks under way; default ${DEFAULT-VALUE}")
  private int atOnce;

  @Option(
      names = "--statuses",
      split = ",",
      defaultValue = "",
      description = "reported of each send: sent,delivered,read")
  private List<String> statuses = List.of();

  public ThroughputCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    var warmUp = new Script(customers, 20, 3);
    var script = new Script(0, customers, questions);
    var reported = statuses.stream().filter(it -> !it.isBlank()).toList();
    try (var stage = Stage.set(new Way.Jar(jar), script, Duration.ZERO, reported, 1)) {
      play(stage, warmUp);
      var before = stage.provider().taken().size();
      var begun = System.nanoTime();
      var writers = play(stage, script);
      var seconds = (System.nanoTime() - begun) / 1e9;
      print(writers, stage.provider().taken().size() - before, seconds, out);
      return Answers.in(stage.provider().taken()).lost(script) == 0 ? 0 : 1;
    }
  }

  private Customers play(Stage stage, Script script) throws InterruptedException {
    var writers = new Customers(stage, script, 1, new Random(1));
    writers.deliver(atOnce);
    var deadline = Instant.now().plus(ANSWERED_WITHIN);
    while (Instant.now().isBefore(deadline)
        && Answers.in(stage.provider().taken()).lost(script) > 0) {
      Thread.sleep(20);
    }
    return writers;
  }

  private static void print(Customers writers, int sends, double seconds, PrintWriter out) {
    var millis = writers.nanos().stream().sorted().mapToDouble(it -> it / 1e6).toArray();
    out.printf(
        "%d turns, %d sends in %.1f s: %.0f turns/s%n",
        writers.total(), sends, seconds, writers.total() / seconds);
    out.printf(
        "webhook answered: median %.1f ms, p99 %.1f ms%n",
        millis[millis.length / 2], millis[(int) (millis.length * 0.99)]);
  }
}
