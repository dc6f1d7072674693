package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;

/// A retriever on a Lucene index in memory.
public final class LuceneRetriever implements Retriever {

  private LuceneRetriever() {}

  /// Indexes the matrix and chooses the threshold from it.
  public static LuceneRetriever over(Matrix matrix) {
    throw new UnsupportedOperationException("being built: " + matrix);
  }

  @Override
  public Retrieval retrieve(Query query) {
    throw new UnsupportedOperationException("being built: " + query);
  }

  @Override
  public void close() {}
}
