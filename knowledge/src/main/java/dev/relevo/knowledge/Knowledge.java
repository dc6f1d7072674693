package dev.relevo.knowledge;

import dev.relevo.knowledge.lucene.LuceneRetriever;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Retriever;

/// The door of what the business knows.
public final class Knowledge {

  private Knowledge() {}

  /// Trains a retriever on every row of the matrix; takes some milliseconds a row.
  public static Retriever retriever(Matrix matrix) {
    return LuceneRetriever.over(matrix);
  }
}
