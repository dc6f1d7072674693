package dev.relevo.eval.dataset;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.RowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A matrix as editors keep it, in CSV or XLSX. Rows to be deleted do not take part.
final class FullMatrix {

  private static final Locale UNSAID = Locale.of("es");

  private FullMatrix() {}

  static Matrix read(Path file) {
    try (var content = Files.newInputStream(file)) {
      return switch (MatrixFile.read(content, UNSAID)) {
        case MatrixImport.Imported imported -> withoutDeleted(imported.matrix());
        case MatrixImport.Rejected rejected ->
            throw new DatasetUnreadable(
                file + ": " + rejected.problems().getFirst().in(Locale.ENGLISH));
      };
    } catch (IOException exception) {
      throw new DatasetUnreadable(file + " cannot be read: " + exception.getMessage(), exception);
    }
  }

  private static Matrix withoutDeleted(Matrix matrix) {
    return new Matrix(
        matrix.rows().stream().filter(row -> row.state() != RowState.TO_DELETE).toList());
  }
}
