package dev.relevo.knowledge.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.check.Finding;
import dev.relevo.knowledge.check.Report;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Load;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.proposal.Proposal.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;

@ResourceLock("proposals")
class ProposalsIT {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Editor ANA = new Editor(1, "Ana");
  private static final Editor LUIS = new Editor(2, "Luis");
  private static final String ONE_VERSION =
      "SELECT pg_advisory_xact_lock(hashtextextended('knowledge.version'";

  private static final Report CLEAN = new Report(List.of());

  private final DataSource database = KnowledgeDatabase.dataSource();
  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(database);
  private final Matrices matrices = new Matrices(database, transactions);
  private Instant now = NOON;
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final Drafts drafts = new Drafts(database, transactions, matrices, clock);
  private final Proposals proposals =
      new Proposals(database, transactions, matrices, drafts, clock);
  private final long workspace = KnowledgeDatabase.newWorkspace();

  @BeforeEach
  void publishTheFirstVersionAndEdit() {
    matrices.publish(workspace, new Matrix(List.of(row("A", "uno"))), "ana", "", NOON);
    add("B", "dos");
  }

  @Test
  void aCheckedDraftIsPublishedAtOnceWhereNobodyWantsApproval() {
    var accepted = accepted(proposals.propose(workspace, ANA, wish(), false));

    assertThat(accepted.stage()).isEqualTo(new Stage.Published(2, Optional.empty()));
    assertThat(live()).containsExactly("A uno", "B dos");
    assertThat(drafts.overview(workspace).changes()).isZero();
    assertThat(proposals.history(workspace)).containsExactly(accepted);
    assertThat(matrices.history(workspace).getFirst().note()).isEqualTo("nota");
  }

  @Test
  void errorsBlockWarningsDoNot() {
    var error =
        new Finding(
            Finding.Kind.SAME_VARIANT,
            new RowId("A"),
            Optional.empty(),
            List.of(),
            Optional.empty());
    var warning =
        new Finding(
            Finding.Kind.CONFUSABLE, new RowId("A"), Optional.empty(), List.of(), Optional.empty());

    assertThat(proposals.propose(workspace, ANA, wish(new Report(List.of(error, warning))), true))
        .isEqualTo(new Proposed.Blocked(1));
    assertThat(live()).containsExactly("A uno");
    assertThat(
            accepted(proposals.propose(workspace, ANA, wish(new Report(List.of(warning))), false))
                .warnings())
        .isEqualTo(1);
  }

  @Test
  void whatWasEditedAfterTheChecksIsNotPublished() {
    var checked = wish();
    add("C", "tres");
    assertThat(proposals.propose(workspace, ANA, checked, true))
        .isEqualTo(new Proposed.Moved(drafts.revision(workspace)));
    assertThat(live()).containsExactly("A uno");
  }

  @Test
  void whatIsApprovedIsWhatIsPublished() {
    proposals.wantApproval(workspace, true);
    var waiting = accepted(proposals.propose(workspace, ANA, wish(), false));
    assertThat(waiting.stage()).isEqualTo(new Stage.Waiting());
    add("C", "tres");

    assertThat(proposals.approve(workspace, waiting.id(), ANA, false))
        .isEqualTo(new Decided.OwnProposal());
    assertThat(live()).containsExactly("A uno");
    assertThat(proposals.propose(workspace, LUIS, wish(), false))
        .isInstanceOf(Proposed.Occupied.class);

    assertThat(done(proposals.approve(workspace, waiting.id(), LUIS, false)).stage())
        .isInstanceOfSatisfying(
            Stage.Published.class,
            it -> assertThat(it.approval().orElseThrow().by()).isEqualTo(LUIS));
    assertThat(live()).containsExactly("A uno", "B dos");
    assertThat(drafts.overview(workspace).changes()).as("C is still to come").isEqualTo(1);
    assertThat(proposals.approve(workspace, waiting.id(), LUIS, false))
        .isEqualTo(new Decided.Late());
  }

  @Test
  void anOwnerMayAlways() {
    proposals.wantApproval(workspace, true);
    assertThat(accepted(proposals.propose(workspace, ANA, wish(), true)).stage())
        .isInstanceOf(Stage.Published.class);
  }

  @Test
  void aRejectionSaysWhyAndLeavesTheDraft() {
    proposals.wantApproval(workspace, true);
    var waiting = accepted(proposals.propose(workspace, ANA, wish(), false));

    assertThat(done(proposals.reject(workspace, waiting.id(), LUIS, "falta el precio")).stage())
        .isInstanceOfSatisfying(
            Stage.Rejected.class,
            it -> assertThat(it.decision().why()).isEqualTo("falta el precio"));
    assertThat(proposals.open(workspace)).isEmpty();
    assertThat(drafts.overview(workspace).changes()).isEqualTo(1);
    assertThat(accepted(proposals.propose(workspace, ANA, wish(), false)).stage())
        .isEqualTo(new Stage.Waiting());
  }

  @Test
  void whatIsScheduledIsPublishedWhenItsTimeHasComeAndOnlyOnce() throws Exception {
    var wish =
        new Wish(drafts.revision(workspace), CLEAN, "", Optional.of(NOON.plusSeconds(3_600)));
    var scheduled = accepted(proposals.propose(workspace, ANA, wish, false));
    assertThat(scheduled.stage()).isEqualTo(new Stage.Scheduled(Optional.empty()));
    publishDue();
    assertThat(live()).containsExactly("A uno");

    now = NOON.plusSeconds(3_600);
    try (var replicas = Executors.newFixedThreadPool(4)) {
      for (var done :
          replicas.invokeAll(
              java.util.Collections.nCopies(4, Executors.callable(this::publishDue)))) {
        done.get();
      }
    }
    assertThat(live()).containsExactly("A uno", "B dos");
    assertThat(matrices.publishedNumber(workspace)).contains(2);
  }

  @Test
  void aScheduleCanBeTakenBack() {
    var wish = new Wish(drafts.revision(workspace), CLEAN, "", Optional.of(NOON.plusSeconds(9)));
    var scheduled = accepted(proposals.propose(workspace, ANA, wish, false));
    proposals.withdraw(workspace, scheduled.id(), LUIS);
    now = NOON.plusSeconds(60);
    publishDue();
    assertThat(live()).containsExactly("A uno");
  }

  @Test
  void rollingBackPublishesTheOldRowsUnderANewNumberAndTheDraftCanFollow() {
    proposals.propose(workspace, ANA, wish(), false);
    assertThat(proposals.rollBack(workspace, 1, LUIS, "otra vez la 1")).contains(3);
    assertThat(live()).containsExactly("A uno");
    assertThat(drafts.overview(workspace).changes()).as("B is new again").isEqualTo(1);

    var older = matrices.version(workspace, 1).orElseThrow().matrix();
    var reset = Load.REPLACE.edit(drafts.snapshot(workspace), older);
    assertThat(drafts.apply(workspace, ANA, reset)).isInstanceOf(Edited.Done.class);
    assertThat(
            MatrixDifference.between(older, drafts.snapshot(workspace).matrix().forPublication())
                .count())
        .isZero();
    assertThat(drafts.undo(workspace, ANA)).isInstanceOf(Edited.Done.class);
    assertThat(proposals.rollBack(workspace, 99, LUIS, "")).isEmpty();
  }

  /// The server process that publishes is killed before it writes the version, and after it has
  /// written it with its rows and before it commits.
  @Test
  void aCrashWhilePublishingLeavesTheOldVersionAnswering() throws Exception {
    try (var blocking = database.getConnection();
        var publishing = Executors.newSingleThreadExecutor()) {
      blocking.setAutoCommit(false);
      blocking.createStatement().execute(ONE_VERSION + ", " + workspace + "))");
      var wish = wish();
      var published = publishing.submit(() -> proposals.propose(workspace, ANA, wish, false));
      var backend = waiting(ONE_VERSION);
      assertThat(live()).containsExactly("A uno");
      kill(backend);
      assertThatThrownBy(published::get)
          .cause()
          .isInstanceOfAny(DataAccessException.class, TransactionException.class);
      blocking.rollback();
    }
    assertThat(matrices.publishedNumber(workspace)).contains(1);
    assertThat(live()).containsExactly("A uno");
    assertThat(proposals.open(workspace)).isEmpty();

    killedAfterTheRowsAreWritten();
    assertThat(matrices.publishedNumber(workspace)).contains(1);
    assertThat(live()).containsExactly("A uno");

    assertThat(accepted(proposals.propose(workspace, ANA, wish(), false)).stage())
        .isEqualTo(new Stage.Published(2, Optional.empty()));
    assertThat(live()).containsExactly("A uno", "B dos");
  }

  private void killedAfterTheRowsAreWritten() throws Exception {
    now = NOON.plusSeconds(10);
    var wish = new Wish(drafts.revision(workspace), CLEAN, "", Optional.of(NOON.plusSeconds(20)));
    var scheduled = accepted(proposals.propose(workspace, ANA, wish, false));
    now = NOON.plusSeconds(30);
    try (var blocking = database.getConnection();
        var publishing = Executors.newSingleThreadExecutor()) {
      blocking.setAutoCommit(false);
      // Reading is free, deleting is not: the version and its rows are written by then.
      blocking.createStatement().execute("LOCK TABLE knowledge.proposal_row IN SHARE MODE");
      var published = publishing.submit(proposals::publishDue);
      kill(waiting("DELETE FROM knowledge.proposal_row"));
      assertThatThrownBy(published::get)
          .cause()
          .isInstanceOfAny(DataAccessException.class, TransactionException.class);
      blocking.rollback();
    }
    proposals.withdraw(workspace, scheduled.id(), ANA);
  }

  /// The server process that waits for a lock in such a statement.
  private int waiting(String statement) {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < deadline) {
      var found =
          JdbcClient.create(database)
              .sql(
                  """
                  SELECT pid FROM pg_stat_activity
                   WHERE wait_event_type = 'Lock' AND ltrim(query) LIKE :statement
                  """)
              .param("statement", statement + "%")
              .query(Integer.class)
              .optional();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("nobody waits in " + statement);
  }

  private void kill(int backend) {
    JdbcClient.create(database)
        .sql("SELECT pg_terminate_backend(:pid)")
        .param("pid", backend)
        .query(Boolean.class)
        .single();
  }

  private void publishDue() {
    while (proposals.publishDue().isPresent()) {
      // Others of other tests may be due as well.
    }
  }

  private Wish wish() {
    return wish(CLEAN);
  }

  private Wish wish(Report report) {
    return new Wish(drafts.revision(workspace), report, "nota", Optional.empty());
  }

  private void add(String id, String answer) {
    drafts.apply(
        workspace, ANA, Edit.of(new Edit.Step.Add(List.of(row(id, answer)), new Spot.Bottom())));
  }

  private List<String> live() {
    return matrices.published(workspace).orElseThrow().matrix().rows().stream()
        .map(it -> it.id() + " " + it.answer())
        .toList();
  }

  private static Proposal accepted(Proposed proposed) {
    assertThat(proposed).isInstanceOf(Proposed.Accepted.class);
    return ((Proposed.Accepted) proposed).proposal();
  }

  private static Proposal done(Decided decided) {
    assertThat(decided).isInstanceOf(Decided.Done.class);
    return ((Decided.Done) decided).proposal();
  }

  private static Row row(String id, String answer) {
    return Row.answering(new RowId(id), Locale.of("es"), "pregunta " + id, List.of(), answer);
  }
}
