package dev.relevo.knowledge.retriever;

/// A stored model that does not belong to the matrix, the dense tier or this version of Relevo;
/// train again.
public final class ModelUnfit extends RuntimeException {

  ModelUnfit(String message) {
    super(message);
  }
}
