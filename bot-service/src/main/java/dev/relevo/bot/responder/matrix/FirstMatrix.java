package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a new installation answers with: the file of `RELEVO_MATRIX`, else the sample. Published
/// once; from then on the matrix belongs to its editors.
final class FirstMatrix implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(FirstMatrix.class);

  private final Matrices matrices;
  private final Workspaces workspaces;
  private final String file;
  private final Clock clock;

  /// @param file empty for the sample
  FirstMatrix(Matrices matrices, Workspaces workspaces, String file, Clock clock) {
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.file = file.strip();
    this.clock = clock;
  }

  @Override
  public void run() {
    var workspace = workspaces.first("Relevo");
    if (matrices.publishedNumber(workspace.id().value()).isPresent()) {
      return;
    }
    var matrix =
        file.isEmpty() ? SampleMatrix.load(workspace.language().locale()) : read(workspace);
    var note = file.isEmpty() ? "sample" : Path.of(file).getFileName().toString();
    boolean isFirst;
    try {
      isFirst =
          matrices.publishFirst(workspace.id().value(), matrix, "relevo", note, clock.instant());
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          "RELEVO_MATRIX names %s, which has no row with an answer; add one.".formatted(file), e);
    }
    if (isFirst) {
      log.atInfo().addKeyValue("rows", matrix.rows().size()).log("first matrix published");
    }
  }

  private Matrix read(Workspace workspace) {
    try {
      return switch (MatrixFile.read(
          Files.readAllBytes(Path.of(file)), workspace.language().locale())) {
        case MatrixImport.Imported imported -> imported.matrix();
        case MatrixImport.Rejected rejected ->
            throw new CannotStart(
                "RELEVO_MATRIX names %s, which cannot be used: %s"
                    .formatted(file, rejected.problems().getFirst().in(Locale.ENGLISH)));
      };
    } catch (IOException e) {
      throw new CannotStart(
          "RELEVO_MATRIX names %s, which cannot be read; give the path of a CSV or XLSX file."
              .formatted(file),
          e);
    }
  }
}
