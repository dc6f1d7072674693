package dev.relevo.knowledge.model;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.IOException;
import java.io.InputStream;

/// Where matrices are learnt; the port of [Lessons].
public interface School {

  /// Learns a whole matrix: some milliseconds a phrase.
  TrainedRetriever learn(Matrix matrix);

  /// Learns only in what a matrix differs from the one learnt before.
  TrainedRetriever learn(TrainedRetriever before, Matrix matrix);

  /// Recalls what was learnt of the same matrix before.
  ///
  /// @throws dev.relevo.knowledge.retriever.ModelUnfit when it was learnt of another
  TrainedRetriever recall(Matrix matrix, InputStream model) throws IOException;
}
