package dev.relevo.knowledge.embedding;

/// A model that gave no vectors: out of reach, out of order, or it refused.
public final class EmbeddingFailed extends RuntimeException {

  public EmbeddingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
