package dev.relevo.knowledge.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.draft.Edit.Step;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A draft beside a newly published version, while editors go on. Alone: it looks for a statement
/// that waits, and other tests' wait in the same words.
@Isolated
class ComparingIT {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Editor ANA = new Editor(1, "Ana");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MANY = 2_500;

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(KnowledgeDatabase.dataSource());
  private final Matrices matrices = new Matrices(KnowledgeDatabase.dataSource(), transactions);
  private final Drafts drafts =
      new Drafts(
          KnowledgeDatabase.dataSource(),
          transactions,
          matrices,
          Clock.fixed(NOON, ZoneOffset.UTC));
  private final long workspace = KnowledgeDatabase.newWorkspace();

  @Test
  void whatIsWrittenWhileAVersionIsLookedThroughIsToldAgainstItToo() throws Exception {
    publish(row("ENV", "2 USD"));
    drafts.overview(workspace);

    var looking =
        new TransactionTemplate(transactions)
            .execute(_ -> {
              add(row("HOR", "A las 9"));
              aside(() -> publish(row("ENV", "3 USD"), row("HOR", "A las 9"))).join();
              var overview = aside(() -> drafts.overview(workspace));
              awaitOneThatWaitsForTheDraft();
              assertThat(aside(() -> drafts.overview(workspace)).join().published())
                  .as("whoever looks meanwhile does not wait")
                  .isEqualTo(1);
              return overview;
            });

    assertThat(looking.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).published()).isEqualTo(2);
    assertThat(drafts.page(workspace, Filter.NONE, Optional.empty(), 100).rows())
        .extracting(it -> it.row().id() + " " + it.row().state())
        .containsExactly("ENV CHANGE_REQUESTED", "HOR PROGRAMMED");
  }

  @Test
  void aVersionThatDiffersInThousandsOfRowsIsToldAgainstPieceByPiece() {
    publish(rows("2 USD"));
    drafts.overview(workspace);
    publish(rows("3 USD"));

    assertThat(drafts.overview(workspace).states()).containsEntry(RowState.CHANGE_REQUESTED, MANY);
    assertThat(drafts.overview(workspace).published()).isEqualTo(2);
    publish(rows("2 USD"));
    assertThat(drafts.overview(workspace).states()).containsEntry(RowState.PROGRAMMED, MANY);
  }

  @Test
  void whoeverWouldWaitLongForAnothersEditIsToldSo() {
    publish(row("ENV", "2 USD"));
    drafts.overview(workspace);

    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          add(row("HOR", "A las 9"));
          assertThat(aside(() -> drafts.page(workspace, Filter.NONE, Optional.empty(), 9)).join())
              .satisfies(it -> assertThat(it.rows()).hasSize(1));
          assertThatThrownBy(() -> aside(() -> added(row("OTR", "Sí"))).join())
              .hasCauseInstanceOf(DraftBusy.class);
        });

    assertThat(added(row("OTR", "Sí"))).isInstanceOf(Edited.Done.class);
    assertThat(drafts.overview(workspace).rows()).isEqualTo(3);
  }

  private static Row[] rows(String answer) {
    return IntStream.range(0, MANY).mapToObj(it -> row("R-" + it, answer)).toArray(Row[]::new);
  }

  private static <T> CompletableFuture<T> aside(java.util.function.Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private static void awaitOneThatWaitsForTheDraft() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (KnowledgeDatabase.number(
            """
            SELECT count(*) FROM pg_stat_activity
             WHERE wait_event_type = 'Lock' AND query LIKE '%INTO knowledge.draft (%'
            """)
        == 0) {
      assertThat(System.nanoTime()).as("nobody waits for the draft").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private int publish(Row... rows) {
    return matrices.publish(workspace, new Matrix(List.of(rows)), "ana", "", NOON);
  }

  private void add(Row row) {
    assertThat(added(row)).isInstanceOf(Edited.Done.class);
  }

  private Edited added(Row row) {
    return drafts.apply(workspace, ANA, Edit.of(new Step.Add(List.of(row), new Spot.Bottom())));
  }

  private static Row row(String id, String answer) {
    return Row.answering(
        new RowId(id), Locale.of("es"), "¿Qué hay de " + id + "?", List.of(), answer);
  }
}
