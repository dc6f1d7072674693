package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.database.Tenancy;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.embedding.EmbeddingFailed;
import dev.relevo.knowledge.embedding.EndpointEmbedder;
import dev.relevo.knowledge.embedding.OnnxEmbedder;
import dev.relevo.knowledge.pgvector.PgvectorIndexes;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.util.ClassUtils;

/// Makes what [TierSettings] asks for, or says in one sentence why it cannot.
final class Tiers {

  private static final String ONNX_RUNTIME = "ai.onnxruntime.OrtEnvironment";
  private static final String ENDPOINTS = "dev.langchain4j.model.openai.OpenAiEmbeddingModel";
  private static final String PGVECTOR =
      "org.springframework.ai.vectorstore.pgvector.PgVectorStore";

  /// All published versions share one name; the texts themselves tell them apart.
  private static final String PUBLISHED = "published";

  private Tiers() {}

  /// @param application whose role reads and writes rows
  /// @param owner who may make the table
  static Settings of(TierSettings wanted, DataSource application, DataSource owner) {
    var dense = dense(wanted);
    var shared =
        wanted.index() == TierSettings.Index.PGVECTOR
            ? dense.map(it -> pgvector(it, application, owner))
            : Optional.<CandidateIndex.Maker>empty();
    return new Settings(Aim.USUAL, dense, shared);
  }

  private static Optional<Embedder> dense(TierSettings wanted) {
    return switch (wanted.embeddings()) {
      case NONE -> Optional.empty();
      case MINILM -> {
        require(ONNX_RUNTIME, "relevo.knowledge.embeddings is minilm");
        yield Optional.of(OnnxEmbedder.miniLm());
      }
      case ONNX -> {
        require(ONNX_RUNTIME, "relevo.knowledge.embeddings is onnx");
        yield Optional.of(ownModel(wanted.onnx()));
      }
      case ENDPOINT -> {
        require(ENDPOINTS, "relevo.knowledge.embeddings is endpoint");
        var endpoint = wanted.endpoint();
        yield Optional.of(
            new EndpointEmbedder(
                Objects.requireNonNull(endpoint.baseUrl()),
                endpoint.apiKey(),
                endpoint.model(),
                endpoint.patience()));
      }
    };
  }

  private static Embedder ownModel(TierSettings.Onnx files) {
    try {
      return OnnxEmbedder.of(Path.of(files.model()), Path.of(files.tokenizer()));
    } catch (EmbeddingFailed failed) {
      throw new CannotStart(
          "relevo.knowledge.onnx names %s and %s, which are no model with its tokenizer; take model.onnx and tokenizer.json of one model."
              .formatted(files.model(), files.tokenizer()),
          failed);
    }
  }

  private static CandidateIndex.Maker pgvector(
      Embedder dense, DataSource application, DataSource owner) {
    require(PGVECTOR, "relevo.knowledge.index is pgvector");
    int dimensions = dimensions(dense);
    try {
      PgvectorIndexes.prepare(owner, dimensions);
    } catch (DataAccessException refused) {
      throw new CannotStart(
          "relevo.knowledge.index is pgvector, but the database has no extension vector, hstore or uuid-ossp or its user may not make them; install pgvector there, or write memory.",
          refused);
    }
    return new PgvectorIndexes(Tenancy.everywhere(application), dimensions).of(PUBLISHED);
  }

  private static int dimensions(Embedder dense) {
    try {
      return dense.embed(List.of("Relevo")).getFirst().length;
    } catch (EmbeddingFailed failed) {
      throw new CannotStart(
          "relevo.knowledge.index is pgvector, but the model %s gave no vector to measure; see that it answers."
              .formatted(dense.name()),
          failed);
    }
  }

  private static void require(String type, String wanted) {
    if (!ClassUtils.isPresent(type, Tiers.class.getClassLoader())) {
      throw new CannotStart(
          wanted
              + ", but this build comes without the dense tier; build it with ./mvnw -Pdense package.");
    }
  }
}
