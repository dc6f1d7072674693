package dev.relevo.bot.responder.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.knowledge.retriever.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// `relevo.knowledge.…`: what it makes, and what it says when it cannot.
class TierSettingsTests {

  /// A database that nobody asks.
  private static final NoDatabase NOWHERE = new NoDatabase();

  private static final class NoDatabase extends AbstractDataSource {

    @Override
    public Connection getConnection() {
      throw new AssertionError("no database is needed for this");
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }
  }

  @Test
  void wordsAloneAndAnIndexInProcessAreUsual() {
    assertThat(made(Map.of())).isEqualTo(Settings.USUAL);
    assertThat(made(Map.of("embeddings", "none", "index", "memory"))).isEqualTo(Settings.USUAL);
  }

  @Test
  void whatIsMissingIsNamedInOneSentence() {
    assertThat(refusal(Map.of("embeddings", "endpoint")))
        .isEqualTo(
            "relevo.knowledge.endpoint.base-url is not set to a web address; write it like https://api.openai.com/v1.");
    assertThat(
            refusal(
                Map.of("embeddings", "endpoint", "endpoint.base-url", "http://models.example/v1")))
        .contains("relevo.knowledge.endpoint.base-url is not https");
    assertThat(
            refusal(Map.of("embeddings", "endpoint", "endpoint.base-url", "https://m.example/v1")))
        .contains("relevo.knowledge.endpoint.api-key is not set");
    assertThat(
            refusal(
                Map.of(
                    "embeddings", "endpoint",
                    "endpoint.base-url", "https://m.example/v1",
                    "endpoint.api-key", "secreto")))
        .contains("relevo.knowledge.endpoint.model is not set")
        .doesNotContain("secreto");
    assertThat(refusal(Map.of("embeddings", "onnx", "onnx.model", "/no/such/model.onnx")))
        .contains("relevo.knowledge.onnx.model is \"/no/such/model.onnx\"", "model.onnx");
    assertThat(refusal(Map.of("index", "pgvector")))
        .contains("relevo.knowledge.index is pgvector", "relevo.knowledge.embeddings is none");
  }

  @Test
  void theKeyIsNotWrittenOut() {
    var settings =
        bound(
            Map.of(
                "embeddings", "endpoint",
                "endpoint.base-url", "https://m.example/v1",
                "endpoint.api-key", "secreto",
                "endpoint.model", "m"));
    assertThat(settings.toString()).doesNotContain("secreto");
  }

  /// The build without the dense tier says so; the one with it asks the endpoint.
  @Test
  void anEndpointIsAskedWhereTheDenseTierIsBuiltIn() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/embeddings",
        exchange -> {
          var json =
              "{\"object\":\"list\",\"model\":\"m\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[3,4]}],\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, json.length);
          try (exchange) {
            exchange.getResponseBody().write(json);
          }
        });
    server.start();
    try {
      var wanted =
          Map.of(
              "embeddings", "endpoint",
              "endpoint.base-url", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
              "endpoint.api-key", "k",
              "endpoint.model", "m");
      var isBuiltIn = isThere("dev.langchain4j.model.openai.OpenAiEmbeddingModel");
      if (isBuiltIn) {
        assertThat(made(wanted).dense().orElseThrow().embed(List.of("hola")).getFirst())
            .containsExactly(0.6f, 0.8f);
      } else {
        assertThat(refusal(wanted)).contains("comes without the dense tier", "-Pdense");
      }
    } finally {
      server.stop(0);
    }
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  private static Settings made(Map<String, String> settings) {
    return Tiers.of(bound(settings), NOWHERE, NOWHERE);
  }

  private static TierSettings bound(Map<String, String> settings) {
    var named = new HashMap<String, String>();
    settings.forEach((name, value) -> named.put("relevo.knowledge." + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate("relevo.knowledge", TierSettings.class);
  }

  private static String refusal(Map<String, String> settings) {
    var sentences = new ArrayList<String>();
    assertThatThrownBy(() -> made(settings))
        .isInstanceOfAny(CannotStart.class, BindException.class)
        .satisfies(it -> {
          for (var cause = it; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart refusal) {
              sentences.add(String.valueOf(refusal.getMessage()));
            }
          }
        });
    return sentences.getFirst();
  }
}
