package dev.relevo.knowledge.embedding;

import java.util.List;

/// Turns texts into vectors that lie near each other when the texts mean alike. Safe for any number
/// of threads.
public interface Embedder extends AutoCloseable {

  /// Which model it is; vectors of different names do not compare.
  String name();

  /// One vector a text, in their order, all of one size and of length 1.
  ///
  /// @throws EmbeddingFailed when the model does not answer
  List<float[]> embed(List<String> texts);

  @Override
  default void close() {}
}
