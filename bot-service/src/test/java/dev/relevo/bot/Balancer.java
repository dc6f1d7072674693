package dev.relevo.bot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The one address before several replicas: each call goes to the next of them, and to another when
/// that one is gone.
final class Balancer implements AutoCloseable {

  private static final Set<String> ITS_OWN =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

  private final List<URI> replicas = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final HttpServer server;

  Balancer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  void add(URI replica) {
    replicas.add(replica);
  }

  void remove(URI replica) {
    replicas.remove(replica);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var all = List.copyOf(replicas);
      for (var n = 0; n < all.size(); n++) {
        try {
          var replica = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
          var answer = client.send(onwards(exchange, replica, body), ofBytes());
          exchange.sendResponseHeaders(answer.statusCode(), length(answer.body()));
          exchange.getResponseBody().write(answer.body());
          return;
        } catch (IOException gone) {
          // the next one
        } catch (InterruptedException closing) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      exchange.sendResponseHeaders(503, -1);
    }
  }

  private static HttpRequest onwards(HttpExchange exchange, URI replica, byte[] body) {
    var request =
        HttpRequest.newBuilder(replica.resolve(exchange.getRequestURI().toString()))
            .timeout(Duration.ofSeconds(30))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!ITS_OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            values.forEach(it -> request.header(name, it));
          }
        });
    return request.build();
  }

  private static HttpResponse.BodyHandler<byte[]> ofBytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }

  private static int length(byte[] body) {
    return body.length == 0 ? -1 : body.length;
  }
}
