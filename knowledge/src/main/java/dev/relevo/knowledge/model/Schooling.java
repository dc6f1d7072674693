package dev.relevo.knowledge.model;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import dev.relevo.knowledge.retriever.Training;
import java.io.IOException;
import java.io.InputStream;

/// Learns on this machine's spare cores.
final class Schooling implements School {

  private final Training training;

  Schooling(Settings settings) {
    training = new Training(settings);
  }

  @Override
  public TrainedRetriever learn(Matrix matrix) {
    return training.train(matrix);
  }

  @Override
  public TrainedRetriever learn(TrainedRetriever before, Matrix matrix) {
    return before.with(matrix);
  }

  @Override
  public TrainedRetriever recall(Matrix matrix, InputStream model) throws IOException {
    return training.read(matrix, model);
  }
}
