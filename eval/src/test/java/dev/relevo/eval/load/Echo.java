package dev.relevo.eval.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.relevo.bot.channel.whatsapp.GraphStandIn.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An application of a few lines to attach to: it answers each WhatsApp message by the mark of its
/// question, and sends the answer again until the provider takes it. Statuses it counts.
final class Echo implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] WELL = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOTHING = {};

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newBuilder().executor(threads).build();
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicLong parcels = new AtomicLong();
  private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();

  /// Of messages: nanoseconds that the taking of one lasts, during which no other is taken.
  private final long each;

  /// When the next may be taken, by [System#nanoTime].
  private final AtomicLong free = new AtomicLong(System.nanoTime());

  private final HttpServer server;
  private final URI messages;

  /// One that takes whatever comes.
  ///
  /// @param graphPort where the provider will be
  Echo(int graphPort) throws IOException {
    this(graphPort, Integer.MAX_VALUE);
  }

  /// @param most messages that it takes in a second
  Echo(int graphPort, int most) throws IOException {
    each = Duration.ofSeconds(1).toNanos() / most;
    messages =
        URI.create(
            "http://127.0.0.1:%d/v25.0/%s/messages"
                .formatted(graphPort, Account.SAMPLE.phoneNumberId()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/webhooks/wa", this::hear);
    server.createContext("/actuator/health", exchange -> end(exchange, WELL));
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// How many messages came whose id begins so.
  long heard(String beginning) {
    return heard.stream().filter(it -> it.startsWith(beginning)).count();
  }

  /// How many statuses of that kind came.
  long statuses(String kind) {
    return statuses.getOrDefault(kind, new LongAdder()).sum();
  }

  /// Times that the provider did not take an answer.
  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void hear(HttpExchange exchange) throws IOException {
    var value =
        JSON.readTree(exchange.getRequestBody().readAllBytes()).at("/entry/0/changes/0/value");
    for (var status : value.path("statuses")) {
      statuses.computeIfAbsent(status.path("status").asString(), _ -> new LongAdder()).increment();
    }
    for (var message : value.path("messages")) {
      awaitTurn();
      if (heard.add(message.path("id").asString())) {
        threads.execute(() -> answer(message));
      }
    }
    end(exchange, NOTHING);
  }

  private void awaitTurn() {
    var now = System.nanoTime();
    var turn = free.getAndUpdate(it -> Math.max(it, now) + each);
    for (var ahead = turn - now; ahead > 0; ahead = turn - System.nanoTime()) {
      LockSupport.parkNanos(ahead);
    }
  }

  private void answer(JsonNode message) {
    var id = message.path("id").asString();
    var number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    var text = id.startsWith("wamid.IN-") ? "R%02dR".formatted(number) : "¿cómo?";
    var body =
        JSON.createObjectNode()
            .put("messaging_product", "whatsapp")
            .put("to", "+" + message.path("from").asString())
            .put("type", "text")
            .put("biz_opaque_callback_data", "relevo-" + parcels.incrementAndGet());
    body.putObject("text").put("body", text);
    var request =
        HttpRequest.newBuilder(messages)
            .header("Authorization", "Bearer " + Account.SAMPLE.accessToken())
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    try {
      while (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
        refused.incrementAndGet();
        Thread.sleep(Duration.ofMillis(20));
      }
    } catch (IOException | InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
