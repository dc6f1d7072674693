package dev.relevo.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StandInsCommandTests {

  private final StringWriter out = new StringWriter();

  @Test
  void printsTheSettingsWithWhichRelevoUsesThem() {
    assertThat(run("--model-port", "0", "--dialogflow-port", "0", "--latency", "0ms")).isZero();

    assertThat(out.toString().lines())
        .allMatch(it -> it.matches("export RELEVO_[A-Z_]+=\\S+"))
        .anyMatch(it -> it.matches("export RELEVO_MODEL_BASE_URL=http://127\\.0\\.0\\.1:\\d+/v1"))
        .anyMatch(it -> it.startsWith("export RELEVO_MODEL_API_KEY="))
        .anyMatch(it -> it.matches("export RELEVO_DIALOGFLOW_ENDPOINT=127\\.0\\.0\\.1:\\d+"));
  }

  @Test
  void answersUntilItIsEnded() throws Exception {
    int port = free();
    var ended = new CountDownLatch(1);
    var command = new CommandLine(new StandInsCommand(new PrintWriter(out, true), ended));
    var running =
        Thread.startVirtualThread(
            () -> command.execute("--model-port", "" + port, "--dialogflow-port", "0"));
    try (var http = HttpClient.newHttpClient()) {
      var models =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/models"))
              .header("Authorization", "Bearer key-of-the-stand-in")
              .build();
      assertThat(answer(http, models)).contains("stand-in");
    }
    ended.countDown();
    running.join();
  }

  @Test
  void complainsInOneSentence() {
    var complaints = new StringWriter();
    int code =
        Eval.run(
            new PrintWriter(out, true),
            new PrintWriter(complaints, true),
            "standins",
            "--latency",
            "soon");

    assertThat(code).isEqualTo(2);
    assertThat(complaints.toString().lines()).hasSize(1);
    assertThat(complaints.toString()).contains("'soon' is no time; write 300ms or 2s");
  }

  private int run(String... arguments) {
    var ended = new CountDownLatch(0);
    return new CommandLine(new StandInsCommand(new PrintWriter(out, true), ended))
        .execute(arguments);
  }

  /// Asks until the command listens.
  private static String answer(HttpClient http, HttpRequest request) throws InterruptedException {
    while (true) {
      try {
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
