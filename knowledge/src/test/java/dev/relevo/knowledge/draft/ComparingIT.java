package dev.relevo.knowledge.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.draft.Edit.Step;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
              return overview;
            });

    assertThat(looking.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).published()).isEqualTo(2);
    assertThat(drafts.page(workspace, Filter.NONE, Optional.empty(), 100).rows())
        .extracting(it -> it.row().id() + " " + it.row().state())
        .containsExactly("ENV CHANGE_REQUESTED", "HOR PROGRAMMED");
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
    assertThat(drafts.apply(workspace, ANA, Edit.of(new Step.Add(List.of(row), new Spot.Bottom()))))
        .isInstanceOf(Edited.Done.class);
  }

  private static Row row(String id, String answer) {
    return Row.answering(
        new RowId(id), Locale.of("es"), "¿Qué hay de " + id + "?", List.of(), answer);
  }
}
