package dev.relevo.knowledge.retriever;

/// Finds the rows of one version of the matrix that answer a question. Immutable, safe for any
/// number of threads.
public interface Retriever {

  /// Decides which row, if any, answers the query. Never throws for what a customer can write.
  Retrieval retrieve(Query query);
}
