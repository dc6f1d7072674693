package dev.relevo.knowledge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class ModelsIT {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(KnowledgeDatabase.dataSource());
  private final Models models = new Models(KnowledgeDatabase.dataSource(), transactions);
  private final long workspace = KnowledgeDatabase.newWorkspace();
  private final int version = published();

  @Test
  void nothingIsKeptUntilSomebodyKeepsIt() {
    assertThat(models.open(workspace, version)).isEmpty();
  }

  @Test
  void whatIsKeptIsReadBack() throws IOException {
    for (int size : List.of(0, 1, PiecesOut.SIZE, PiecesOut.SIZE + 1, 3 * PiecesOut.SIZE + 17)) {
      var model = new byte[size];
      new Random(size).nextBytes(model);
      models.keep(workspace, version, NOW, it -> it.write(model));
      assertThat(read()).as("%d bytes", size).isEqualTo(model);
    }
  }

  @Test
  void aModelThatCouldNotBeWrittenWhollyReplacesNothing() throws IOException {
    models.keep(workspace, version, NOW, it -> it.write(7));
    assertThatThrownBy(() ->
            models.keep(
                workspace,
                version,
                NOW,
                it -> {
                  it.write(new byte[2 * PiecesOut.SIZE]);
                  throw new IOException("full");
                }))
        .hasMessageContaining("full");
    assertThat(read()).containsExactly(7);
  }

  private byte[] read() throws IOException {
    try (var kept = models.open(workspace, version).orElseThrow()) {
      return kept.readAllBytes();
    }
  }

  private int published() {
    var row = Row.answering(new RowId("A"), Locale.of("es"), "¿Abren?", List.of(), "Sí.");
    return new Matrices(KnowledgeDatabase.dataSource(), transactions)
        .publish(workspace, new Matrix(List.of(row)), "Ana", "", NOW);
  }
}
