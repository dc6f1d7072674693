package dev.relevo.eval.floor;

import static java.time.Duration.ofMillis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.relevo.eval.floor.Together.Rounds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes webhooks, answers every message, takes what is reported of the answers, keeps what was
/// asked: five commits, each shared by whatever waits.
final class Floor {

  static {
    // Without it every small answer waits 40 ms for a packet that never comes.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String OURS = "relevo-";

  private static final Rounds INTAKE = new Rounds(500, ofMillis(25), 2, ofMillis(30));
  private static final Rounds TURNS = new Rounds(256, ofMillis(60), 3, ofMillis(120));
  private static final Rounds RECEIPTS = new Rounds(1_000, ofMillis(200), 3, ofMillis(120));
  private static final Rounds LEARNING = new Rounds(200, ofMillis(500), 1, ofMillis(500));

  private final URI messages;
  private final String token;
  private final People people = new People();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  private final Together<Arrival> intake;
  private final Together<Turn> answering;
  private final Together<Turn> settling;
  private final Together<Turn.Report> matching;
  private final Together<Turn> learning;

  /// @param messages where the provider takes messages
  Floor(DataSource database, URI messages, String token) {
    this.messages = messages;
    this.token = token;
    learning = new Together<>(virtual("learning"), LEARNING, database, Rows::learnt, _ -> {});
    settling = new Together<>(virtual("settling"), TURNS, database, Rows::sent, _ -> {});
    answering =
        new Together<>(virtual("answering"), TURNS, database, Rows::answered, this::answered);
    matching = new Together<>(virtual("matching"), RECEIPTS, database, Rows::matched, _ -> {});
    intake =
        new Together<>(
            Thread.ofPlatform().name("intake"), INTAKE, database, Rows::arrived, this::stored);
  }

  private static Thread.Builder virtual(String name) {
    return Thread.ofVirtual().name(name);
  }

  /// Takes calls from now on, at that port of the loopback address; 0: a free one. The port.
  int listen(int port) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    server.setExecutor(threads);
    server.createContext("/webhooks/", this::serve);
    server.createContext("/actuator/health", exchange -> end(exchange, 200));
    server.start();
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    var waiting = new ArrayList<CompletableFuture<Boolean>>();
    for (var entry : JSON.readTree(exchange.getRequestBody().readAllBytes()).path("entry")) {
      for (var change : entry.path("changes")) {
        for (var message : change.path("value").path("messages")) {
          waiting.add(hear(message));
        }
        for (var status : change.path("value").path("statuses")) {
          waiting.add(report(status));
        }
      }
    }
    waiting.forEach(CompletableFuture::join);
    end(exchange, 200);
  }

  private CompletableFuture<Boolean> hear(JsonNode message) {
    var phone = message.path("from").asString();
    var id = message.path("id").asString();
    var question = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    var turn =
        new Turn(
            people.of(phone),
            phone,
            id,
            JSON.writeValueAsString(message),
            message.path("text").path("body").asString(),
            String.format(Locale.ROOT, "Esto es todo sobre el tema. R%02dR", question));
    intake.add(turn);
    return turn.stored();
  }

  private CompletableFuture<Boolean> report(JsonNode status) {
    var reference = status.path("biz_opaque_callback_data").asString();
    var report =
        new Turn.Report(
            status.path("id").asString(),
            status.path("status").asString().toUpperCase(Locale.ROOT),
            Long.parseLong(reference.substring(OURS.length())),
            JSON.writeValueAsString(status),
            new CompletableFuture<>());
    intake.add(report);
    return report.stored();
  }

  private void stored(List<Arrival> arrivals) {
    for (var arrival : arrivals) {
      arrival.stored().complete(true);
      switch (arrival) {
        case Turn turn -> answering.add(turn);
        case Turn.Report report -> matching.add(report);
      }
    }
  }

  private void answered(List<Turn> turns) {
    for (var turn : turns) {
      turn.person.inOrder(() -> send(turn), threads);
      learning.add(turn);
    }
  }

  private void send(Turn turn) {
    var body =
        JSON.createObjectNode()
            .put("messaging_product", "whatsapp")
            .put("recipient_type", "individual")
            .put("to", "+" + turn.phone)
            .put("type", "text");
    body.putObject("text").put("body", turn.answer);
    body.put("biz_opaque_callback_data", OURS + turn.parcel);
    var request =
        HttpRequest.newBuilder(messages)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      turn.acceptedAs =
          JSON.readTree(answer.body()).path("messages").path(0).path("id").asString("");
      settling.add(turn);
    } catch (IOException lost) {
      throw new IllegalStateException("the floor cannot send", lost);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
