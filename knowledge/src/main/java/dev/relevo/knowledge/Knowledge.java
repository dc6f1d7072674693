package dev.relevo.knowledge;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import dev.relevo.knowledge.retriever.Training;
import java.io.IOException;
import java.io.InputStream;

/// The door of what the business knows.
public final class Knowledge {

  private Knowledge() {}

  /// Trains a retriever on every row of the matrix and chooses its threshold from them; takes some
  /// milliseconds a phrase on one core. Rows that must not answer (out of their dates, or
  /// `TO_DELETE`) are left out by the caller beforehand.
  public static TrainedRetriever retriever(Matrix matrix) {
    return retriever(matrix, Settings.USUAL);
  }

  /// The same, as the settings want it.
  ///
  /// @throws dev.relevo.knowledge.embedding.EmbeddingFailed when there is a dense tier and it does
  ///   not answer
  public static TrainedRetriever retriever(Matrix matrix, Settings settings) {
    return training(settings).train(matrix);
  }

  /// Opens what [TrainedRetriever#write] wrote of a retriever of the same matrix, instead of
  /// training one.
  ///
  /// @throws dev.relevo.knowledge.retriever.ModelUnfit when it was of another matrix, another dense
  ///   tier or another version of Relevo
  public static TrainedRetriever open(Matrix matrix, InputStream model, Settings settings)
      throws IOException {
    return training(settings).read(matrix, model);
  }

  private static Training training(Settings settings) {
    return new Training(settings);
  }
}
