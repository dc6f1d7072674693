package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.setting.CannotStart;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the retriever goes by beside words: `relevo.knowledge.…`.
///
/// @param embeddings what tells texts that mean alike
/// @param index what names the candidates
/// @param endpoint the model behind an address, for `endpoint`
/// @param onnx the model of the user's own, for `onnx`
@ConfigurationProperties("relevo.knowledge")
record TierSettings(
    @DefaultValue("none") Embeddings embeddings,
    @DefaultValue("memory") Index index,
    @DefaultValue Endpoint endpoint,
    @DefaultValue Onnx onnx) {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  TierSettings {
    if (embeddings == Embeddings.ENDPOINT) {
      endpoint.check();
    }
    if (embeddings == Embeddings.ONNX) {
      onnx.check();
    }
    if (index == Index.PGVECTOR && embeddings == Embeddings.NONE) {
      throw new CannotStart(
          "relevo.knowledge.index is pgvector, which finds by meaning, but relevo.knowledge.embeddings is none; choose minilm, endpoint or onnx.");
    }
  }

  /// What tells texts that mean alike.
  enum Embeddings {
    NONE,
    MINILM,
    ENDPOINT,
    ONNX
  }

  /// What names the candidates.
  enum Index {
    /// In this process.
    MEMORY,
    /// In PostgreSQL, shared by replicas.
    PGVECTOR
  }

  /// A model behind an address that speaks OpenAI's embeddings protocol.
  ///
  /// @param baseUrl up to and with the version: `https://api.openai.com/v1`
  /// @param apiKey sent as the bearer token
  /// @param model its name there
  record Endpoint(
      @Nullable URI baseUrl,
      @DefaultValue("") String apiKey,
      @DefaultValue("") String model,
      @DefaultValue("10s") Duration patience) {

    void check() {
      var address = baseUrl;
      if (address == null || address.getHost() == null) {
        throw wrong(
            "base-url", "is not set to a web address; write it like https://api.openai.com/v1");
      }
      if (!"https".equals(address.getScheme()) && !HERE.contains(address.getHost())) {
        throw wrong("base-url", "is not https; plain http goes only to this machine");
      }
      if (apiKey.isBlank()) {
        throw wrong("api-key", "is not set; write the key the endpoint gave you");
      }
      if (model.isBlank()) {
        throw wrong("model", "is not set; write the model's name, such as text-embedding-3-small");
      }
    }

    private static CannotStart wrong(String name, String fault) {
      return new CannotStart("relevo.knowledge.endpoint.%s %s.".formatted(name, fault));
    }

    /// The key is nobody's business.
    @Override
    public String toString() {
      return "Endpoint[baseUrl=%s, model=%s]".formatted(baseUrl, model);
    }
  }

  /// A model from two files as Hugging Face has them.
  record Onnx(@DefaultValue("") String model, @DefaultValue("") String tokenizer) {

    void check() {
      check("model", model);
      check("tokenizer", tokenizer);
    }

    private static void check(String name, String file) {
      if (file.isBlank() || !Files.isReadable(Path.of(file))) {
        throw new CannotStart(
            "relevo.knowledge.onnx.%s is \"%s\", which is no file that can be read; write the path of the model's %s."
                .formatted(name, file, name.equals("model") ? "model.onnx" : "tokenizer.json"));
      }
    }
  }
}
