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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The load tool attached to an application that does nothing but answer.
class LoadCommandTests {

  private static final int RATE = 30;
  private static final int SECONDS = 2;

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
            "--floor")) {
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
        .contains("--floor goes with --search.");
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
                "--warm-up=20",
                "--rate=" + RATE,
                "--seconds=" + SECONDS,
                "--json=" + json));
    arguments.addAll(List.of(more));
    new CommandLine(new LoadCommand(new PrintWriter(out, true)))
        .execute(arguments.toArray(String[]::new));
    return JsonMapper.shared().readTree(Files.readString(json));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
