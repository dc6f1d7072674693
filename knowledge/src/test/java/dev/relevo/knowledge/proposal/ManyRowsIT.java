package dev.relevo.knowledge.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.check.Report;
import dev.relevo.knowledge.draft.DraftBusy;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Filter;
import dev.relevo.knowledge.draft.Load;
import dev.relevo.knowledge.draft.Overview;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Many rows come in, are published, and are told against what was published, while somebody else
/// edits and reads; how long each takes is printed. With `-Drelevo.draft.rows=100000` as many as
/// Relevo promises.
@ResourceLock("proposals")
@Tag("long")
class ManyRowsIT {

  private static final int ROWS = Integer.getInteger("relevo.draft.rows", 4_100);
  private static final Editor ANA = new Editor(1, "Ana");
  private static final Editor LUIS = new Editor(2, "Luis");
  private static final RowId HIS = new RowId("LUIS");

  /// What an edit waits at most, and what it takes besides on a busy machine.
  private static final Duration LONGEST = Duration.ofSeconds(12);

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(KnowledgeDatabase.dataSource());
  private final Matrices matrices = new Matrices(KnowledgeDatabase.dataSource(), transactions);
  private final Drafts drafts =
      new Drafts(KnowledgeDatabase.dataSource(), transactions, matrices, Clock.systemUTC());
  private final Proposals proposals =
      new Proposals(
          KnowledgeDatabase.dataSource(), transactions, matrices, drafts, Clock.systemUTC());
  private final long workspace = KnowledgeDatabase.newWorkspace();

  @Test
  void othersGoOnWhileManyRowsComeInAndArePublished() {
    var his = row(HIS.value(), "Hola");
    matrices.publish(workspace, new Matrix(List.of(his)), "luis", "", Clock.systemUTC().instant());
    beside("begun by somebody", this::elsewhere);
    drafts.overview(workspace);

    var added = beside("added", () -> loaded("2 USD"));
    assertThat(added).isInstanceOf(Edited.Done.class);
    beside("published", this::published);
    assertThat(beside("told against it", this::programmed)).isBetween(ROWS, ROWS + 1);
    assertThat(beside("changed", () -> loaded("3 USD"))).isInstanceOf(Edited.Done.class);
    beside("published again", this::published);
    assertThat(beside("told against it", this::programmed)).isBetween(ROWS, ROWS + 1);
    assertThat(matrices.published(workspace).orElseThrow().matrix().rows()).hasSize(ROWS + 1);
    assertThat(beside("undone", () -> drafts.undo(workspace, ANA))).isInstanceOf(Edited.Done.class);
  }

  /// Another workspace's draft is made of its first version.
  private Overview elsewhere() {
    long other = KnowledgeDatabase.newWorkspace();
    matrices.publish(other, rows("1 USD"), "ana", "", Clock.systemUTC().instant());
    return drafts.overview(other);
  }

  private Edited loaded(String answer) {
    var draft = drafts.snapshot(workspace);
    return drafts.apply(workspace, ANA, Load.MERGE.edit(draft, rows(answer)));
  }

  /// Once it is compared with the newest version.
  private int programmed() {
    int newest = matrices.publishedNumber(workspace).orElseThrow();
    while (drafts.overview(workspace).published() < newest) {
      LockSupport.parkNanos(20_000_000);
    }
    return drafts.overview(workspace).states().getOrDefault(RowState.PROGRAMMED, 0);
  }

  /// At the first revision at which nobody edits in between.
  private Proposed published() {
    while (true) {
      var wish = new Wish(drafts.revision(workspace), new Report(List.of()), "", Optional.empty());
      var proposed = proposals.propose(workspace, ANA, wish, true);
      if (!(proposed instanceof Proposed.Moved)) {
        assertThat(proposed).isInstanceOf(Proposed.Accepted.class);
        return proposed;
      }
    }
  }

  /// Does the work while somebody edits a row of his and looks at the first page, over and over.
  private <T> T beside(String what, Supplier<T> work) {
    long begun = System.nanoTime();
    var working = CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
    var edits = new Waits();
    var looks = new Waits();
    do {
      looks.of(() -> drafts.page(workspace, Filter.NONE, Optional.empty(), 100));
      edits.of(this::edit);
    } while (!working.isDone());
    System.out.printf(
        Locale.ROOT,
        "%,d rows %s: %d ms; meanwhile %s edits and %s looks%n",
        ROWS,
        what,
        Duration.ofNanos(System.nanoTime() - begun).toMillis(),
        edits,
        looks);
    assertThat(edits.longest).isLessThan(LONGEST);
    assertThat(looks.longest).isLessThan(LONGEST);
    return working.join();
  }

  private void edit() {
    var now = drafts.row(workspace, HIS).orElseThrow();
    var changed = now.row().withNotes("visto " + now.revision());
    assertThat(drafts.apply(workspace, LUIS, Edit.of(new Edit.Step.Put(changed, now.revision()))))
        .isInstanceOf(Edited.Done.class);
  }

  /// How often something was done, how long it took at most, how often it was told to come again.
  private static final class Waits {

    private int done;
    private int busy;
    private Duration longest = Duration.ZERO;

    void of(Runnable work) {
      long begun = System.nanoTime();
      try {
        work.run();
        done++;
      } catch (DraftBusy later) {
        busy++;
      }
      var took = Duration.ofNanos(System.nanoTime() - begun);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }

    @Override
    public String toString() {
      return "%d (%d told to come again, %d ms at most)".formatted(done, busy, longest.toMillis());
    }
  }

  private static Matrix rows(String answer) {
    return new Matrix(IntStream.range(0, ROWS).mapToObj(it -> row("R-" + it, answer)).toList());
  }

  private static Row row(String id, String answer) {
    return Row.answering(
        new RowId(id),
        Locale.of("es"),
        "¿Cuánto cuesta " + id + "?",
        List.of("precio de " + id, "dígame cuánto es " + id),
        answer);
  }
}
