package dev.relevo.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Against a server on this machine that speaks the protocol and counts letters for a model.
class EndpointEmbedderTests extends EmbedderContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HttpServer server;
  private volatile int status = 200;
  private volatile String authorization = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/embeddings", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Override
  Embedder embedder() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    return new EndpointEmbedder(address, "a-key", "letters", Duration.ofSeconds(10));
  }

  @Test
  void showsItsKeyAsABearerToken() {
    embedder().embed(List.of("card"));

    assertThat(authorization).isEqualTo("Bearer a-key");
  }

  @Test
  void failsInOneSentenceWhenItIsRefused() {
    status = 503;

    assertThatExceptionOfType(EmbeddingFailed.class)
        .isThrownBy(() -> embedder().embed(List.of("card")))
        .withMessage("the model letters gave no vectors");
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    var asked = JSON.readTree(exchange.getRequestBody()).get("input");
    var data = new ArrayList<Map<String, Object>>();
    for (var text : asked) {
      data.add(
          Map.of(
              "object", "embedding", "index", data.size(), "embedding", letters(text.asString())));
    }
    var body =
        JSON.writeValueAsString(
            Map.of(
                "object",
                "list",
                "model",
                "letters",
                "data",
                data,
                "usage",
                Map.of("prompt_tokens", 1, "total_tokens", 1)));
    var bytes = (status == 200 ? body : "{}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static float[] letters(String text) {
    var counts = new float[26];
    text.chars().filter(it -> it >= 'a' && it <= 'z').forEach(it -> counts[it - 'a']++);
    return counts;
  }
}
