package dev.relevo.knowledge.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.check.Report;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.proposal.Proposal.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Random walks through the life of versions: whatever two people do, what answers is what a plain
/// model says, and no version ever changes. What is due is published of any workspace.
@ResourceLock("proposals")
class ProposalsWalkIT {

  private static final int STEPS = 100;
  private static final DataSource DATABASE = KnowledgeDatabase.oneConnection();

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(DATABASE);
  private final Matrices matrices = new Matrices(DATABASE, transactions);
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final Drafts drafts = new Drafts(DATABASE, transactions, matrices, clock);
  private final Proposals proposals =
      new Proposals(DATABASE, transactions, matrices, drafts, clock);
  private final long workspace = KnowledgeDatabase.newWorkspace();

  private final List<String> draft = new ArrayList<>();
  private final List<List<String>> versions = new ArrayList<>();
  private boolean wantsApproval;
  private Optional<Open> open = Optional.empty();

  /// What the model knows of the open proposal.
  private record Open(
      long id, int proposer, List<String> rows, Instant publishAt, boolean isApproved) {}

  @ParameterizedTest
  @ValueSource(longs = {3, 11, 99, 2027, 65537})
  void whatAnswersIsWhatTheModelSays(long seed) {
    var random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      var what = walk(random, step);
      assertThat(published()).as("seed %s, step %s: %s", seed, step, what).isEqualTo(versions);
      assertThat(proposals.open(workspace).map(Proposal::id)).isEqualTo(open.map(Open::id));
    }
    assertThat(versions.size()).as("the walk got somewhere").isGreaterThan(2);
  }

  private String walk(Random random, int step) {
    int who = 1 + random.nextInt(2);
    return switch (random.nextInt(9)) {
      case 0, 1 -> edit("R" + step);
      case 2, 3 -> propose(who, random);
      case 4 -> approve(who, random.nextInt(4) == 0);
      case 5 -> random.nextBoolean() ? reject(who) : withdraw(who);
      case 6 -> pass(Duration.ofMinutes(random.nextInt(90)));
      case 7 -> random.nextInt(3) == 0 ? rollBack(random, who) : edit("S" + step);
      default -> policy(random.nextBoolean());
    };
  }

  private String edit(String id) {
    var row = Row.answering(new RowId(id), Locale.of("es"), "q " + id, List.of(), "a");
    drafts.apply(workspace, editor(1), Edit.of(new Edit.Step.Add(List.of(row), new Spot.Bottom())));
    draft.add(id);
    return "edit";
  }

  private String propose(int who, Random random) {
    boolean isStale = random.nextInt(5) == 0;
    var revision = drafts.revision(workspace) - (isStale ? 1 : 0);
    var later =
        random.nextInt(3) == 0
            ? Optional.of(now.plus(Duration.ofHours(1)))
            : Optional.<Instant>empty();
    var wish = new Wish(revision, new Report(List.of()), "", later);
    var proposed = proposals.propose(workspace, editor(who), wish, false);
    if (open.isPresent()) {
      assertThat(proposed).isInstanceOf(Proposed.Occupied.class);
    } else if (isStale) {
      assertThat(proposed).isInstanceOf(Proposed.Moved.class);
    } else if (draft.isEmpty()) {
      assertThat(proposed).isInstanceOf(Proposed.NoAnswers.class);
    } else {
      assertThat(proposed)
          .isInstanceOfSatisfying(
              Proposed.Accepted.class,
              it ->
                  open =
                      Optional.of(
                          new Open(
                              it.proposal().id(),
                              who,
                              List.copyOf(draft),
                              later.orElse(now),
                              !wantsApproval)));
      publishIfDue();
    }
    return "propose";
  }

  private String approve(int who, boolean always) {
    var decided = proposals.approve(workspace, openId(), editor(who), always);
    if (open.isEmpty() || open.get().isApproved()) {
      assertThat(decided).isEqualTo(new Decided.Late());
    } else if (open.get().proposer() == who && !always) {
      assertThat(decided).isEqualTo(new Decided.OwnProposal());
    } else {
      var it = open.get();
      open = Optional.of(new Open(it.id(), it.proposer(), it.rows(), it.publishAt(), true));
      publishIfDue();
      boolean isPublished = open.isEmpty();
      assertThat(decided)
          .isInstanceOfSatisfying(
              Decided.Done.class,
              done ->
                  assertThat(done.proposal().stage())
                      .isInstanceOf(isPublished ? Stage.Published.class : Stage.Scheduled.class));
    }
    return "approve";
  }

  private String reject(int who) {
    var decided = proposals.reject(workspace, openId(), editor(who), "no");
    if (open.filter(it -> !it.isApproved()).isPresent()) {
      assertThat(decided).isInstanceOf(Decided.Done.class);
      open = Optional.empty();
    } else {
      assertThat(decided).isEqualTo(new Decided.Late());
    }
    return "reject";
  }

  private String withdraw(int who) {
    var decided = proposals.withdraw(workspace, openId(), editor(who));
    assertThat(decided instanceof Decided.Done).isEqualTo(open.isPresent());
    open = Optional.empty();
    return "withdraw";
  }

  private String pass(Duration howLong) {
    now = now.plus(howLong);
    while (proposals.publishDue().isPresent()) {
      // One after the other, until nothing is due.
    }
    publishIfDue();
    return "time passes";
  }

  private String rollBack(Random random, int who) {
    int number = versions.isEmpty() ? 1 : 1 + random.nextInt(versions.size());
    var again = proposals.rollBack(workspace, number, editor(who), "");
    if (versions.isEmpty()) {
      assertThat(again).isEmpty();
    } else {
      versions.add(versions.get(number - 1));
      assertThat(again).contains(versions.size());
    }
    return "roll back";
  }

  private String policy(boolean wanted) {
    proposals.wantApproval(workspace, wanted);
    wantsApproval = wanted;
    return "policy";
  }

  private void publishIfDue() {
    open.filter(it -> it.isApproved() && !it.publishAt().isAfter(now))
        .ifPresent(it -> {
          versions.add(it.rows());
          open = Optional.empty();
        });
  }

  private long openId() {
    return open.map(Open::id).orElse(-1L);
  }

  private List<List<String>> published() {
    var all = new ArrayList<List<String>>();
    matrices
        .history(workspace)
        .reversed()
        .forEach(version ->
            all.add(
                matrices.version(workspace, version.number()).orElseThrow().matrix().rows().stream()
                    .map(row -> row.id().value())
                    .toList()));
    return all;
  }

  private static Editor editor(int number) {
    return new Editor(number, "E" + number);
  }
}
