package dev.relevo.knowledge.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A large draft: every page of it is right, and how long it takes is printed. Editors are promised
/// 300 ms at 100,000 rows: `-Drelevo.draft.rows=100000`.
class DraftPagesIT {

  private static final int ROWS = Integer.getInteger("relevo.draft.rows", 10_000);
  private static final long WORKSPACE = KnowledgeDatabase.newWorkspace();

  private static final DataSource DATABASE = KnowledgeDatabase.oneConnection();

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(DATABASE);
  private final Drafts drafts =
      new Drafts(DATABASE, transactions, new Matrices(DATABASE, transactions), Clock.systemUTC());

  /// Straight into the table, in 40 categories and three languages: what is measured is reading.
  @BeforeAll
  static void fill() {
    KnowledgeDatabase.run(
        """
        INSERT INTO knowledge.draft VALUES (%1$d, 1, 0);
        INSERT INTO knowledge.draft_row
          (workspace_id, row_id, position, content, marked, revision, changed_by, changed_at, words)
        SELECT %1$d, 'R-' || n, n * 1000,
               jsonb_build_object(
                 'language', (ARRAY['es', 'en', 'pt'])[1 + n %% 3], 'category', 'Grupo ' || n %% 40,
                 'question', '¿Pregunta número ' || n || ' sobre envíos?',
                 'answer', CASE WHEN n %% 50 = 0 THEN '' ELSE 'La respuesta número ' || n END),
               n %% 97 = 0, 1, 'Ana', now(),
               to_tsvector('simple', 'r ' || n || ' pregunta numero ' || n || ' tema' || n %% 1000)
          FROM generate_series(1, %2$d) AS n;
        """
            .formatted(WORKSPACE, ROWS));
    KnowledgeDatabase.run("VACUUM ANALYZE knowledge.draft_row");
  }

  @Test
  void everyPageIsRight() {
    measured("first page", () -> page(Filter.NONE, Optional.empty()));
    measured("a page in the middle", () -> page(Filter.NONE, Optional.of(at(ROWS / 2))));
    measured("the last page", () -> page(Filter.NONE, Optional.of(at(ROWS - 50))));
    measured("one state", () -> page(state(RowState.TO_DELETE), Optional.empty()));
    measured("one category", () -> page(category("Grupo 7"), Optional.of(at(ROWS / 2 + 7))));
    measured("a rare word", () -> page(text("tema77"), Optional.empty()));
    measured("a word of every row", () -> page(text("preg"), Optional.of(at(ROWS - 1_000))));
    measured("a word that none has", () -> page(text("inexistente"), Optional.empty()));
    measured("how many have a word", () -> drafts.count(WORKSPACE, text("tema77")));
    measured("overview", () -> drafts.overview(WORKSPACE));
    assertThat(drafts.overview(WORKSPACE).rows()).isEqualTo(ROWS);
    assertThat(page(text("tema77"), Optional.empty()).rows()).hasSize(100);
    assertThat(page(Filter.NONE, Optional.of(at(ROWS / 2))).rows())
        .first()
        .satisfies(it -> assertThat(it.row().id()).isEqualTo(at(ROWS / 2 + 1)));
    assertThat(page(Filter.NONE, Optional.of(at(ROWS - 50))).rows()).hasSize(50);
    assertThat(page(text("inexistente"), Optional.empty()).rows()).isEmpty();
  }

  @Test
  void whoeverReadsTheWholeDraftLetsOthersEditMeanwhile() {
    measured("all of it", () -> drafts.snapshot(WORKSPACE));
    var others = KnowledgeDatabase.dataSource();
    var theirs = new DataSourceTransactionManager(others);
    var elsewhere = new Drafts(others, theirs, new Matrices(others, theirs), Clock.systemUTC());
    var before = elsewhere.row(WORKSPACE, new RowId("R-1")).orElseThrow();
    var edit = Edit.of(new Edit.Step.Put(before.row().withNotes("visto"), before.revision()));
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          var read = drafts.snapshot(WORKSPACE);
          var edited =
              CompletableFuture.supplyAsync(
                  () -> elsewhere.apply(WORKSPACE, new Editor(1, "Ana"), edit));
          assertThat(edited).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(Edited.Done.class);
          assertThat(read.matrix().rows()).hasSize(ROWS);
          assertThat(read.matrix().rows().getFirst().notes()).isEmpty();
        });
    assertThat(drafts.snapshot(WORKSPACE).matrix().rows().getFirst().notes()).isEqualTo("visto");
  }

  private static RowId at(int number) {
    return new RowId("R-" + number);
  }

  private Page page(Filter filter, Optional<RowId> below) {
    return drafts.page(WORKSPACE, filter, below, 100);
  }

  /// The median of five, after one that fills the caches.
  private static void measured(String what, Runnable work) {
    work.run();
    var times = new long[5];
    for (int round = 0; round < times.length; round++) {
      var started = System.nanoTime();
      work.run();
      times[round] = System.nanoTime() - started;
    }
    Arrays.sort(times);
    var median = Duration.ofNanos(times[2]);
    System.out.printf("draft of %,d rows, %s: %d ms%n", ROWS, what, median.toMillis());
  }

  private static Filter text(String text) {
    return new Filter(text, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Filter category(String category) {
    return new Filter("", Optional.of(category), Optional.empty(), Optional.empty());
  }

  private static Filter state(RowState state) {
    return new Filter("", Optional.empty(), Optional.empty(), Optional.of(state));
  }
}
