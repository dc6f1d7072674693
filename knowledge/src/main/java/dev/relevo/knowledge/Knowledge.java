package dev.relevo.knowledge;

import dev.relevo.knowledge.lucene.LuceneIndex;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import dev.relevo.knowledge.retriever.Training;

/// The door of what the business knows.
public final class Knowledge {

  private Knowledge() {}

  /// Trains a retriever on every row of the matrix and chooses its threshold from them; takes some
  /// milliseconds a phrase on one core. Rows that must not answer (out of their dates, or
  /// `TO_DELETE`) are left out by the caller beforehand. Close it when its version is replaced.
  public static TrainedRetriever retriever(Matrix matrix) {
    return retriever(matrix, Settings.USUAL);
  }

  /// The same, as the settings want it.
  public static TrainedRetriever retriever(Matrix matrix, Settings settings) {
    return new Training(settings, LuceneIndex::over).train(matrix);
  }
}
