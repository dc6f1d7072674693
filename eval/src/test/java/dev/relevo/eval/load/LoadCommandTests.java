package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The load tool attached to an application that does nothing but answer.
class LoadCommandTests {

  private static final int RATE = 30;
  private static final int SECONDS = 2;
  private static final int WARM_UP = 20;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void theProviderTakesItsTimeAndFailsAsOftenAsItIsTold() throws IOException {
    var port = freePort();
    try (var application = new Echo(port)) {
      var numbers = loaded(application, port, "--latency", "200", "--errors", "0.3");

      assertAllAnswered(numbers);
      assertThat(application.refused()).isBetween(2, RATE * SECONDS * 2);
      assertThat(numbers.path("turnMillis").path("p50").asDouble()).isPositive();
      assertThat(out.toString())
          .contains("The running application must have been started with these settings:")
          .contains("--relevo.channels[0].graph-url=http://127.0.0.1:%d/v25.0".formatted(port))
          .contains("--relevo.matrix=");
    }
  }

  @Test
  void whoFloodsIsHeardAndCountsForNothing() throws IOException {
    var port = freePort();
    try (var application = new Echo(port)) {
      var numbers = loaded(application, port, "--flood", "50", "--latency", "1");

      assertAllAnswered(numbers);
      assertThat(application.heard("wamid.FLOOD-")).isGreaterThan(RATE);
      assertThat(application.refused()).isZero();
    }
  }

  @Test
  void onlyTheReceiptsThatAreWantedComeBack() throws IOException {
    var port = freePort();
    try (var application = new Echo(port)) {
      var numbers = loaded(application, port, "--receipts=read,sent", "--latency=1");

      var sends = WARM_UP + RATE * SECONDS;
      assertThat(application.statuses("sent")).isEqualTo(sends);
      assertThat(application.statuses("delivered")).isZero();
      assertThat(application.statuses("read")).isEqualTo(sends);
      assertThat(numbers.path("statusesNotTaken").asInt(-1)).isZero();
    }
  }

  @Test
  void aSearchPrintsTheKneeAndReplacesTheTable() throws IOException {
    var page = folder.resolve("page.md");
    Files.writeString(page, "before\n<!-- load knee -->\nold\n<!-- /load knee -->\nafter\n");
    var port = freePort();
    try (var application = new Echo(port, 30)) {
      var ended = searched(application, port, "--rate=20", "--markdown=" + page);

      var found = Pattern.compile("relevo knee: (\\d+) messages/s").matcher(out.toString());
      assertThat(found.find()).isTrue();
      assertThat(Integer.parseInt(found.group(1))).isBetween(10, 30);
      assertThat(Files.readString(page))
          .startsWith("before\n<!-- load knee -->\n| ")
          .contains("| relevo | %s.0/s |".formatted(found.group(1)))
          .endsWith("|\n<!-- /load knee -->\nafter\n")
          .doesNotContain("old");
      assertThat(ended).isZero();
    }
  }

  @Test
  void aSearchThatFindsNoRateEndsWithOne() throws IOException {
    var port = freePort();
    try (var application = new Echo(port, 8)) {
      assertThat(searched(application, port, "--rate=10")).isEqualTo(1);
      assertThat(out.toString()).contains("relevo knee: 0 messages/s");
    }
  }

  @Test
  void whatItIsAttachedToMustHaveTheSettingsOfTheMode() throws Exception {
    var port = freePort();
    var modelPort = freePort();

    assertThat(needed("webchat", port, modelPort))
        .contains("--relevo.channels[0].graph-url=http://127.0.0.1:%d/v25.0".formatted(port))
        .contains("--relevo.trusted-proxies=127.0.0.1,::1/128")
        .contains("--relevo.channels[1].id=web", "--relevo.channels[1].type=webchat")
        .doesNotContain("relevo.model");
    assertThat(needed("model", port, modelPort))
        .contains("--relevo.trusted-proxies=127.0.0.1,::1/128")
        .contains("--relevo.model.base-url=http://127.0.0.1:%d/v1".formatted(modelPort))
        .contains("--relevo.model.api-key=", "--relevo.model.name=")
        .contains("the model was asked 0 times")
        .doesNotContain("channels[1]");
    // Closed with the rest.
    new ServerSocket(modelPort, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeAnythingIsStarted() {
    var complaints = new StringWriter();
    for (var option :
        List.of(
            "--rate=0",
            "--rate=NaN",
            "--rate=Infinity",
            "--seconds=0",
            "--flood=-1",
            "--warm-up=-1",
            "--customers=0",
            "--step=0",
            "--precision=0",
            "--afterwards=10",
            "--overload --afterwards=0",
            "--search --overload",
            "--overload --flood=5",
            "--search --flood=5",
            "--step=5",
            "--attach=http://127.0.0.1:1 --setting=a=b",
            "--graph-port=8090",
            "--mode=webchat --errors=0.1",
            "--mode=webchat --latency=50",
            "--mode=webchat --receipts=sent",
            "--floor",
            "--floor --search --attach=http://127.0.0.1:1",
            "--profile=profile.txt --search",
            "--profile=profile.txt --attach=http://127.0.0.1:1",
            "--receipts=",
            "--receipts=none",
            "--receipts=sent,seen")) {
      var ended =
          new CommandLine(new LoadCommand(new PrintWriter(out)))
              .setErr(new PrintWriter(complaints, true))
              .execute(option.split(" "));
      assertThat(ended).as(option).isEqualTo(2);
    }
    assertThat(out.toString()).isEmpty();
    assertThat(complaints.toString())
        .contains(
            "--rate and --precision are more than 0, --seconds, --step and --customers at least 1.")
        .contains("--warm-up and --flood are not less than 0.")
        .contains("--afterwards goes with --overload, and is more than 0.")
        .contains("--search, --overload and --flood go one at a time.")
        .contains("--step and --precision go with --search.")
        .contains("not with --attach.")
        .contains("--graph-port and --model-port go with --attach.")
        .contains("--mode webchat has none.")
        .contains("--floor goes with --search, and not with --attach.")
        .contains("--profile goes neither with --search nor with --attach.")
        .contains("expected one of [sent, delivered, read]");
  }

  private static void assertAllAnswered(JsonNode numbers) {
    assertThat(numbers.path("offered").asInt()).isEqualTo(RATE * SECONDS);
    assertThat(numbers.path("turns").asInt()).isEqualTo(RATE * SECONDS);
    for (var wrong : List.of("lost", "doubledReplies", "wrongOrder", "doubledSends", "strangers")) {
      assertThat(numbers.path(wrong).asInt(-1)).as(wrong).isZero();
    }
    // Nobody knows its processes.
    assertThat(numbers.path("maxRssMb").isNull()).isTrue();
  }

  private JsonNode loaded(Echo application, int graphPort, String... more) throws IOException {
    var json = folder.resolve("out.json");
    var arguments =
        new ArrayList<>(
            List.of(
                "--attach=" + application.url(),
                "--graph-port=" + graphPort,
                "--customers=64",
                "--warm-up=" + WARM_UP,
                "--rate=" + RATE,
                "--seconds=" + SECONDS,
                "--json=" + json));
    arguments.addAll(List.of(more));
    new CommandLine(new LoadCommand(new PrintWriter(out, true)))
        .execute(arguments.toArray(String[]::new));
    return JsonMapper.shared().readTree(Files.readString(json));
  }

  /// Steps of a second, with a precision that one rate which holds and its double satisfy.
  private int searched(Echo application, int graphPort, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--search",
                "--attach=" + application.url(),
                "--graph-port=" + graphPort,
                "--customers=8",
                "--warm-up=1",
                "--latency=1",
                "--receipts=sent",
                "--step=1",
                "--precision=1"));
    arguments.addAll(List.of(more));
    return new CommandLine(new LoadCommand(new PrintWriter(out, true)))
        .execute(arguments.toArray(String[]::new));
  }

  /// What is printed of the settings, and until it is closed again.
  private static String needed(String mode, int graphPort, int modelPort)
      throws IOException, InterruptedException {
    var printed = new StringWriter();
    var settings =
        CommandLine.populateCommand(
            new Settings(),
            "--mode=" + mode,
            "--attach=http://127.0.0.1:1",
            "--graph-port=" + graphPort,
            "--model-port=" + modelPort);
    try (var site = settings.open(1, new PrintWriter(printed, true))) {
      assertThat(site.subject().service()).isEmpty();
    }
    return printed.toString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
