package dev.relevo.knowledge.embedding;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A model behind an address that speaks OpenAI's embeddings protocol, as many servers do. Needs
/// `langchain4j-open-ai`, which is no dependency of this library. Texts leave the machine.
public final class EndpointEmbedder implements Embedder {

  private final String name;
  private final OpenAiEmbeddingModel model;

  /// @param address up to and with the version: `https://api.openai.com/v1`
  /// @param key sent as the bearer token
  /// @param model the model's name there
  /// @param patience after which an answer is given up
  public EndpointEmbedder(URI address, String key, String model, Duration patience) {
    this.name = model;
    this.model =
        OpenAiEmbeddingModel.builder()
            .baseUrl(address.toString())
            .apiKey(key)
            .modelName(model)
            .timeout(patience)
            .maxRetries(0)
            .build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    try {
      var vectors =
          model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
              .map(embedding -> Length.one(embedding.vector()))
              .toList();
      if (vectors.size() != texts.size()) {
        throw new IllegalStateException(vectors.size() + " vectors for " + texts.size() + " texts");
      }
      return vectors;
    } catch (RuntimeException exception) {
      throw new EmbeddingFailed("the model " + name + " gave no vectors", exception);
    }
  }
}
