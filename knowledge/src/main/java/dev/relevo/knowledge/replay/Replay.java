package dev.relevo.knowledge.replay;

import dev.relevo.knowledge.gap.Asked;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Retriever;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks past questions of the draft and of the published version, in the background, and keeps what
/// is different.
public final class Replay {

  /// How many conversations are taken when nobody says.
  public static final int USUAL = 500;

  /// The most conversations.
  public static final int MOST = 20_000;

  private static final Logger log = LoggerFactory.getLogger(Replay.class);

  private static final Duration SILENCE = Duration.ofMinutes(15);
  private static final int KEPT = 20;
  private static final int LISTED = 300;

  private final Gaps gaps;
  private final Matrices matrices;
  private final Working working;
  private final RowTests tests;
  private final Training training;
  private final RunTable runs;
  private final ChangeTable changes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /// What a run reads.
  public record Sources(
      Gaps gaps, Matrices matrices, Working working, RowTests tests, Training training) {}

  /// Where what was learnt of a matrix comes from.
  public interface Training {

    /// A retriever of a workspace's rows, closed when the run ends.
    Retriever of(long workspace, Matrix rows);
  }

  /// @param dataSource a database with the tables of `V010__gap.sql`
  /// @param transactions of the same data source
  public Replay(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Sources sources,
      Clock clock) {
    gaps = sources.gaps();
    matrices = sources.matrices();
    working = sources.working();
    tests = sources.tests();
    training = sources.training();
    runs = new RunTable(dataSource);
    changes = new ChangeTable(dataSource);
    transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Starts a run; one at a time in a workspace.
  ///
  /// @param conversations 1 to [#MOST] of the newest
  /// @param by the member
  /// @return its id; empty when one is running, or there is no draft or no published version
  public Optional<Long> start(long workspace, int conversations, String by) {
    if (conversations < 1 || conversations > MOST) {
      throw new IllegalArgumentException("between 1 and " + MOST + " conversations");
    }
    runs.fail(workspace, clock.instant().minus(SILENCE), clock.instant());
    var draft = working.draft(workspace);
    var published = matrices.published(workspace);
    if (draft.isEmpty() || published.isEmpty()) {
      return Optional.empty();
    }
    var start =
        new RunTable.Start(draft.get().revision(), published.get().number(), conversations, by);
    var run = runs.insert(workspace, start, clock.instant());
    run.ifPresent(it ->
        Thread.ofPlatform()
            .daemon()
            .name("replay")
            .start(() ->
                play(
                    workspace, it, conversations, published.get().matrix(), draft.get().matrix())));
    return run;
  }

  /// Stops a run. False when it had ended.
  public boolean cancel(long workspace, long run) {
    return runs.end(workspace, run, Run.State.CANCELLED, 0, clock.instant());
  }

  public Optional<Run> find(long workspace, long run) {
    runs.fail(workspace, clock.instant().minus(SILENCE), clock.instant());
    return runs.find(workspace, run);
  }

  /// The newest, newest first, at most 20.
  public List<Run> all(long workspace) {
    return runs.newest(workspace, KEPT);
  }

  /// The changes of a run, the worst first, at most 300.
  public List<Change> changes(
      long workspace, long run, Optional<Change.Verdict> verdict, Optional<Change.Kind> kind) {
    return changes.list(workspace, run, verdict, kind, LISTED);
  }

  /// Keeps what an editor says of a change, for this run and those to come.
  ///
  /// @return the change as it is judged now; empty when there is none
  public Optional<Change> judge(long workspace, String by, long run, int position, Says says) {
    return transaction.execute(_ ->
        changes
            .find(workspace, run, position)
            .map(it -> {
              var folded = Truth.folded(it.question());
              judge(workspace, by, folded, it.before(), says == Says.BEFORE || says == Says.BOTH);
              judge(workspace, by, folded, it.after(), says == Says.AFTER || says == Says.BOTH);
              var verdict =
                  truth(workspace, List.of()).verdict(it.question(), it.before(), it.after());
              changes.verdict(workspace, run, position, verdict);
              return it.withVerdict(verdict);
            }));
  }

  /// Which side is right.
  public enum Says {
    BEFORE,
    AFTER,
    BOTH,
    NEITHER
  }

  /// Two contacts turned out to be one.
  public void move(long from, long to) {
    changes.move(from, to);
  }

  /// Removes what is kept of a contact.
  public void erase(long contact) {
    changes.erase(contact);
  }

  private void judge(long workspace, String by, String folded, Lead lead, boolean fits) {
    changes.judge(workspace, new Truth.Judgement(folded, lead.key(), fits), by, clock.instant());
  }

  private void play(long workspace, long run, int conversations, Matrix before, Matrix after) {
    try {
      var asked = gaps.asked(workspace, conversations);
      var questions = Comparison.distinct(asked);
      if (!runs.progress(workspace, run, questions.size(), 0, clock.instant())) {
        return;
      }
      var old = training.of(workspace, used(before));
      var young = training.of(workspace, used(after));
      var goOn = new Pulse(workspace, run, questions.size());
      Comparison.of(questions, old, young, truth(workspace, asked), goOn::beat)
          .ifPresent(it -> keep(workspace, run, it));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("run", run).setCause(e).log("a replay failed");
      runs.end(workspace, run, Run.State.FAILED, 0, clock.instant());
    }
  }

  /// Says now and then how far it is, and hears whether it is to stop.
  private final class Pulse {

    private static final long EVERY = 500_000_000L;

    private final long workspace;
    private final long run;
    private final int questions;
    private long last = System.nanoTime();

    Pulse(long workspace, long run, int questions) {
      this.workspace = workspace;
      this.run = run;
      this.questions = questions;
    }

    boolean beat(int done) {
      var now = System.nanoTime();
      if (now - last < EVERY) {
        return true;
      }
      last = now;
      return runs.progress(workspace, run, questions, done, clock.instant());
    }
  }

  private void keep(long workspace, long run, Comparison comparison) {
    transaction.executeWithoutResult(status -> {
      if (runs.end(workspace, run, Run.State.DONE, comparison.same(), clock.instant())) {
        changes.insert(workspace, run, comparison.changes());
        runs.forget(workspace, KEPT);
      }
    });
  }

  private Truth truth(long workspace, List<Asked> asked) {
    return new Truth(tests.all(workspace), changes.judgements(workspace), asked);
  }

  /// What the bot would answer from today.
  private Matrix used(Matrix matrix) {
    return matrix.forPublication().on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
