package dev.relevo.knowledge.model;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Learns as usual and tells what it was asked to learn.
final class CountingSchool implements School {

  final List<Matrix> whole = Collections.synchronizedList(new ArrayList<>());
  final List<Matrix> changed = Collections.synchronizedList(new ArrayList<>());
  final List<Matrix> recalled = Collections.synchronizedList(new ArrayList<>());
  private final School school = new Schooling(Settings.USUAL);

  @Override
  public TrainedRetriever learn(Matrix matrix) {
    whole.add(matrix);
    return school.learn(matrix);
  }

  @Override
  public TrainedRetriever learn(TrainedRetriever before, Matrix matrix) {
    changed.add(matrix);
    return school.learn(before, matrix);
  }

  @Override
  public TrainedRetriever recall(Matrix matrix, InputStream model) throws IOException {
    recalled.add(matrix);
    return school.recall(matrix, model);
  }
}
