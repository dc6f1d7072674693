package dev.relevo.eval.load;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.standin.ModelStandIn;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What is put under load, and what plays the rest of the world.
final class Settings {

  private static final Map<String, String> WEB_CHAT =
      Map.of("relevo.channels[1].id", "web", "relevo.channels[1].type", "webchat");

  /// How customers write.
  enum Mode {
    /// Signed webhooks; the matrix answers.
    whatsapp,
    /// Visitors with open streams; the matrix answers.
    webchat,
    /// Signed webhooks; the matrix does not know, and a model is asked.
    model
  }

  @Option(
      names = "--mode",
      defaultValue = "whatsapp",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Mode mode = Mode.whatsapp;

  @Option(names = "--jar", description = "bot-service's …-exec.jar; default: the built one")
  private @Nullable Path jar;

  @Option(
      names = "--java",
      split = " ",
      description = "options for the application's JVM, separated by blanks")
  private List<String> java = List.of();

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      description = "of the application besides, such as relevo.transport=kafka; may be repeated")
  private Map<String, String> besides = Map.of();

  @Option(names = "--attach", paramLabel = "URL", description = "a running application instead")
  private @Nullable URI attach;

  @Option(
      names = "--graph-port",
      defaultValue = "8090",
      description = "with --attach: where it sends to; default ${DEFAULT-VALUE}")
  private int graphPort;

  @Option(
      names = "--model-port",
      defaultValue = "9091",
      description = "with --attach and --mode model: where it asks; default ${DEFAULT-VALUE}")
  private int modelPort;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      defaultValue = "50",
      description = "milliseconds the provider takes to answer a send; default ${DEFAULT-VALUE}")
  private int latency;

  @Option(
      names = "--model-latency",
      paramLabel = "MS",
      defaultValue = "300",
      description = "milliseconds the model takes to answer; default ${DEFAULT-VALUE}")
  private int modelLatency;

  @Option(
      names = "--errors",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "of the sends, how many the provider fails with 500; default ${DEFAULT-VALUE}")
  private double errors;

  @Mixin private Receipts receipts = new Receipts();

  String mode() {
    return mode.name();
  }

  /// Whether visitors' own pages bring and take all there is.
  boolean hasNoProvider() {
    return mode == Mode.webchat;
  }

  /// Whether the application runs already.
  boolean attaches() {
    return attach != null;
  }

  /// Starts what is to be started.
  Site open(int customers, PrintWriter out) throws IOException, InterruptedException {
    var script = new Script(0, customers, Script.MOST_QUESTIONS, false);
    return attach == null ? started(script, out) : attached(attach, script, out);
  }

  private Site started(Script script, PrintWriter out) throws IOException, InterruptedException {
    var way = new Way.With(new Way.Jar(jar == null ? Way.Jar.built() : jar, java), besides);
    var model = model(0);
    var stage = Stage.set(way, script, provider(0), more(model));
    return site(
        Subject.started(stage.service()),
        stage.provider(),
        script,
        () -> {
          tell(model, out);
          stage.close();
          model.close();
          stage.discard();
        });
  }

  /// The bare program beside a service that was started here, on its database.
  Site openFloor(Service beside, int customers) throws IOException, InterruptedException {
    var script = new Script(0, customers, Script.MOST_QUESTIONS, false);
    var provider = provider(0);
    var account = provider.account();
    var service =
        Service.start(
            new Way.Own("floor"),
            Files.createTempDirectory("relevo-floor").resolve("data"),
            Map.of(
                "floor.data", beside.data().toString(),
                "floor.messages", provider.url() + "/" + account.phoneNumberId() + "/messages",
                "floor.token", account.accessToken()));
    var subject = new Subject(service.url(), Optional.of(service), beside.data());
    return site(
        subject,
        provider,
        script,
        () -> {
          service.close();
          provider.close();
        });
  }

  private Map<String, String> more(ModelStandIn model) {
    return switch (mode) {
      case whatsapp -> Map.of();
      case webchat -> WEB_CHAT;
      case model ->
          Map.of(
              "relevo.model.base-url",
              model.url().toString(),
              "relevo.model.api-key",
              "key-of-the-stand-in",
              "relevo.model.name",
              ModelStandIn.MODEL);
    };
  }

  private Site attached(URI url, Script script, PrintWriter out) throws IOException {
    var provider = provider(graphPort);
    var model = model(mode == Mode.model ? modelPort : 0);
    var matrix = script.writeMatrix(Files.createTempFile("relevo-load", ".csv"));
    var needed = new TreeMap<>(Stage.settings(provider, matrix));
    needed.put("relevo.trusted-proxies", Service.TRUSTED_PROXIES);
    needed.putAll(more(model));
    out.println("The running application must have been started with these settings:");
    needed.forEach((name, value) -> out.printf("  --%s=%s%n", name, value));
    return site(
        Subject.attached(url),
        provider,
        script,
        () -> {
          tell(model, out);
          provider.close();
          model.close();
        });
  }

  private void tell(ModelStandIn model, PrintWriter out) {
    if (mode == Mode.model) {
      out.printf("the model was asked %d times%n", model.log().size());
    }
  }

  private Site site(Subject subject, GraphStandIn provider, Script script, AutoCloseable closing) {
    var transcripts = new Transcripts(script);
    return new Site(
        new Play(subject, door(subject.url(), provider, transcripts), transcripts, script),
        subject,
        closing);
  }

  private Door door(URI service, GraphStandIn provider, Transcripts transcripts) {
    return switch (mode) {
      case webchat -> new WebChatDoor(service, transcripts);
      case whatsapp ->
          new WhatsAppDoor(service, provider, Script.Line::text, transcripts, receipts);
      case model -> new WhatsAppDoor(service, provider, Script.Line::vague, transcripts, receipts);
    };
  }

  private ModelStandIn model(int port) {
    return new ModelStandIn(port).slow(Duration.ofMillis(modelLatency));
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
