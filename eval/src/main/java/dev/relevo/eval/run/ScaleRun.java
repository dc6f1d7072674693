package dev.relevo.eval.run;

import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.metric.Metric;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a retriever bears a matrix of some size.
///
/// @param run its questions, one after the other on one thread
/// @param build training and choosing the threshold
/// @param edit taking in one changed row
/// @param read reading what was learnt instead of learning it
/// @param modelBytes what was learnt, as it is stored
public record ScaleRun(RetrievalRun run, Effort build, Effort edit, Effort read, long modelBytes) {

  /// Trains, asks, changes the row in the middle, stores and reads.
  public static ScaleRun of(Dataset dataset) {
    long before = Heap.used();
    var build = Effort.of(() -> Knowledge.retriever(dataset.matrix()));
    var retriever = build.result();
    try {
      long heapBytes = Math.max(0, Heap.used() - before);
      var run =
          RetrievalRun.of(
              dataset, retriever, Settings.USUAL, build.spent().seconds() * 1_000, heapBytes);
      var changed = edited(dataset.matrix());
      var edit = Effort.of(() -> retriever.with(changed));
      var model = new ByteArrayOutputStream();
      retriever.write(model);
      var stored = model.toByteArray();
      var read = Effort.of(() -> opened(dataset.matrix(), stored));
      return new ScaleRun(run, build.spent(), edit.spent(), read.spent(), stored.length);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static TrainedRetriever opened(Matrix matrix, byte[] model) {
    try {
      return Knowledge.open(matrix, new ByteArrayInputStream(model), Settings.USUAL);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Matrix edited(Matrix matrix) {
    var rows = new ArrayList<>(matrix.rows());
    int middle = rows.size() / 2;
    var row = rows.get(middle);
    rows.set(
        middle,
        Row.answering(
            row.id(), Locale.of("es"), "¿Abren los domingos?", List.of("horario del domingo"), ""));
    return new Matrix(rows);
  }

  /// The share of questions whose row came first, whether it was sure enough or not.
  public double accuracy() {
    return Metric.ACCURACY.of(run.answered());
  }

  /// The share of questions that were answered with their row.
  public double found() {
    return Metric.IN_SCOPE.of(run.answered());
  }
}
