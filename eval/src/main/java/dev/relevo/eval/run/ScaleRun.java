package dev.relevo.eval.run;

import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.metric.Metric;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Settings;
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
/// @param editMillis taking in one changed row
/// @param readMillis reading what was learnt instead of learning it
/// @param modelBytes what was learnt, as it is stored
public record ScaleRun(RetrievalRun run, double editMillis, double readMillis, long modelBytes) {

  /// Trains, asks, changes the row in the middle, stores and reads.
  public static ScaleRun of(Dataset dataset) {
    var run = RetrievalRun.of(dataset, Settings.USUAL);
    try (var retriever = Knowledge.retriever(dataset.matrix())) {
      long start = System.nanoTime();
      retriever.with(edited(dataset.matrix())).close();
      double editMillis = (System.nanoTime() - start) / 1e6;
      var model = new ByteArrayOutputStream();
      retriever.write(model);
      start = System.nanoTime();
      Knowledge.open(
              dataset.matrix(), new ByteArrayInputStream(model.toByteArray()), Settings.USUAL)
          .close();
      return new ScaleRun(run, editMillis, (System.nanoTime() - start) / 1e6, model.size());
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

  /// How many questions found their row.
  public double accuracy() {
    return Metric.ACCURACY.of(run.answered());
  }
}
