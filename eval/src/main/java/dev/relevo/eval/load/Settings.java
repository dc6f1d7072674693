package dev.relevo.eval.load;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is put under load, and what plays the rest of the world.
final class Settings {

  private static final String MODE = "whatsapp";

  @Option(names = "--jar", description = "bot-service's …-exec.jar; default: the built one")
  private @Nullable Path jar;

  @Option(
      names = "--java",
      split = " ",
      description = "options for the application's JVM, separated by blanks")
  private List<String> java = List.of();

  @Option(names = "--attach", paramLabel = "URL", description = "a running application instead")
  private @Nullable URI attach;

  @Option(
      names = "--graph-port",
      defaultValue = "8090",
      description = "with --attach: where it sends to; default ${DEFAULT-VALUE}")
  private int graphPort;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      defaultValue = "50",
      description = "milliseconds the provider takes to answer a send; default ${DEFAULT-VALUE}")
  private int latency;

  @Option(
      names = "--errors",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "of the sends, how many the provider fails with 500; default ${DEFAULT-VALUE}")
  private double errors;

  @Option(
      names = "--statuses-per-call",
      defaultValue = "20",
      description = "at most so many statuses in one webhook; default ${DEFAULT-VALUE}")
  private int perCall;

  String mode() {
    return MODE;
  }

  /// Starts what is to be started.
  Site open(int customers, PrintWriter out) throws IOException, InterruptedException {
    var script = new Script(0, customers, Script.MOST_QUESTIONS, false);
    return attach == null ? started(script) : attached(attach, script, out);
  }

  private Site started(Script script) throws IOException, InterruptedException {
    var way = new Way.Jar(jar == null ? Way.Jar.built() : jar, java);
    var stage = Stage.set(way, script, provider(0), Map.of());
    var subject = new Subject(stage.service().url(), Optional.of(stage.service()));
    return site(subject, stage.provider(), script, stage);
  }

  private Site attached(URI url, Script script, PrintWriter out) throws IOException {
    var provider = provider(graphPort);
    var matrix = script.writeMatrix(Files.createTempFile("relevo-load", ".csv"));
    out.println("The running application must have been started with these settings:");
    new ArrayList<>(Stage.settings(provider, matrix).entrySet())
        .stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(it -> out.printf("  --%s=%s%n", it.getKey(), it.getValue()));
    return site(new Subject(url, Optional.<Service>empty()), provider, script, provider);
  }

  private Site site(Subject subject, GraphStandIn provider, Script script, AutoCloseable closing) {
    var transcripts = new Transcripts(script);
    var door = new WhatsAppDoor(subject.url(), provider, transcripts, perCall);
    return new Site(new Play(subject, door, transcripts, script), subject, closing);
  }

  private GraphStandIn provider(int port) {
    return new GraphStandIn(GraphStandIn.Account.SAMPLE, port)
        .slow(Duration.ofMillis(latency))
        .answering(_ ->
            ThreadLocalRandom.current().nextDouble() < errors
                ? new GraphStandIn.Answer.Fail(500)
                : new GraphStandIn.Answer.Take());
  }
}
