package dev.relevo.knowledge.pgvector;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Objects;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/// The model of a store whose texts are vectors written out: the store wants texts and a model,
/// while the meanings are known already.
///
/// @param dimensions of every vector
record Given(int dimensions) implements EmbeddingModel {

  /// A vector as a text.
  static String written(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  @Override
  public float[] embed(String text) {
    var floats = ByteBuffer.wrap(Base64.getDecoder().decode(text)).asFloatBuffer();
    var vector = new float[floats.remaining()];
    floats.get(vector);
    return vector;
  }

  @Override
  public float[] embed(Document document) {
    return embed(Objects.requireNonNull(document.getText()));
  }

  @Override
  public EmbeddingResponse call(EmbeddingRequest request) {
    var vectors = new ArrayList<Embedding>();
    for (var text : request.getInstructions()) {
      vectors.add(new Embedding(embed(text), vectors.size()));
    }
    return new EmbeddingResponse(vectors);
  }
}
