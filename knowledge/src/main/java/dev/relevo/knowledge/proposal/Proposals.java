package dev.relevo.knowledge.proposal;

import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.proposal.Proposal.Decision;
import dev.relevo.knowledge.proposal.Proposal.Stage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The way from draft to version. What is approved is what is published: where something is waited
/// for, the rows are kept as they were proposed. Publishing is one transaction; whatever breaks it
/// leaves the version before.
public final class Proposals {

  private final ProposalTable proposals;
  private final ProposalRowTable rows;
  private final PolicyTable policies;
  private final Matrices matrices;
  private final Drafts drafts;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /// @param dataSource a database with the tables of `V007__version_life.sql`
  /// @param transactions of the same data source; a transaction that is already open is joined
  public Proposals(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Matrices matrices,
      Drafts drafts,
      Clock clock) {
    proposals = new ProposalTable(dataSource);
    rows = new ProposalRowTable(dataSource);
    policies = new PolicyTable(dataSource);
    this.matrices = matrices;
    this.drafts = drafts;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
  }

  /// Whether somebody other than who proposes must approve.
  public boolean wantsApproval(long workspaceId) {
    return policies.wantsApproval(workspaceId);
  }

  public void wantApproval(long workspaceId, boolean wanted) {
    policies.wantApproval(workspaceId, wanted);
  }

  /// The proposal that is not settled yet; there is at most one.
  public Optional<Proposal> open(long workspaceId) {
    return proposals.open(workspaceId);
  }

  /// The newest proposals, newest first, at most 50.
  public List<Proposal> history(long workspaceId) {
    return proposals.newest(workspaceId, 50);
  }

  /// The rows of an open proposal.
  public Matrix matrix(long workspaceId, long id) {
    return new Matrix(rows.rows(workspaceId, id));
  }

  /// Proposes the draft as it was checked, and publishes it if nothing is to be waited for.
  ///
  /// @param approves whether their own word is enough where approval is wanted
  public Proposed propose(long workspaceId, Editor by, Wish wish, boolean approves) {
    if (wish.report().errors() > 0) {
      return new Proposed.Blocked(wish.report().errors());
    }
    return inTransaction(() -> {
      proposals.oneAtATime(workspaceId);
      var draft = drafts.snapshot(workspaceId);
      var open = proposals.open(workspaceId);
      if (open.isPresent()) {
        return new Proposed.Occupied(open.get());
      }
      if (draft.revision() != wish.revision()) {
        return new Proposed.Moved(draft.revision());
      }
      var matrix = draft.matrix().forPublication();
      if (matrix.rows().isEmpty()) {
        return new Proposed.NoAnswers();
      }
      return new Proposed.Accepted(
          accepted(workspaceId, by, wish, matrix, approves || !wantsApproval(workspaceId)));
    });
  }

  private Proposal accepted(
      long workspaceId, Editor by, Wish wish, Matrix matrix, boolean isApproved) {
    var now = clock.instant();
    var proposal =
        proposals.insert(
            workspaceId,
            new Proposal(
                0,
                wish.revision(),
                matrix.rows().size(),
                wish.report().warnings(),
                wish.note(),
                by,
                now,
                wish.publishAt().orElse(now),
                isApproved ? new Stage.Scheduled(Optional.empty()) : new Stage.Waiting()));
    if (isApproved && isDue(proposal)) {
      return published(workspaceId, proposal, matrix, Optional.empty());
    }
    rows.insert(workspaceId, proposal.id(), matrix.rows());
    return proposal;
  }

  /// Approves what waits, and publishes it if its time has come.
  ///
  /// @param always whether they may approve what they proposed themselves
  public Decided approve(long workspaceId, long id, Editor by, boolean always) {
    return decided(
        workspaceId,
        id,
        proposal -> {
          if (!(proposal.stage() instanceof Stage.Waiting)) {
            return new Decided.Late();
          }
          if (proposal.by().id() == by.id() && !always) {
            return new Decided.OwnProposal();
          }
          var approval = Optional.of(new Decision(by, clock.instant(), ""));
          var approved = proposals.change(workspaceId, proposal, new Stage.Scheduled(approval));
          return new Decided.Done(publishedIfDue(workspaceId, approved, approval));
        });
  }

  /// Refuses what waits; the draft stays as it is.
  public Decided reject(long workspaceId, long id, Editor by, String why) {
    return decided(
        workspaceId,
        id,
        proposal ->
            proposal.stage() instanceof Stage.Waiting
                ? settled(
                    workspaceId,
                    proposal,
                    new Stage.Rejected(new Decision(by, clock.instant(), why)))
                : new Decided.Late());
  }

  /// Takes an open proposal back, also one that waits for its time.
  public Decided withdraw(long workspaceId, long id, Editor by) {
    return decided(
        workspaceId,
        id,
        proposal ->
            proposal.isOpen()
                ? settled(
                    workspaceId,
                    proposal,
                    new Stage.Withdrawn(new Decision(by, clock.instant(), "")))
                : new Decided.Late());
  }

  /// A proposal whose time had come, published.
  public record InTime(long workspaceId, Proposal proposal) {}

  /// Publishes one proposal, of any workspace, whose time has come.
  ///
  /// @return which; others may be due as well. Empty when there was none
  public Optional<InTime> publishDue() {
    return inTransaction(() ->
        proposals
            .due(clock.instant())
            .map(it -> {
              var approval =
                  it.proposal().stage() instanceof Stage.Scheduled(var decision)
                      ? decision
                      : Optional.<Decision>empty();
              return new InTime(
                  it.workspaceId(), publishedKept(it.workspaceId(), it.proposal(), approval));
            }));
  }

  /// Publishes an older version's rows again, as the newest; the draft stays as it is.
  ///
  /// @return the new version's number; empty when there is no such version
  public Optional<Integer> rollBack(long workspaceId, int number, Editor by, String note) {
    return matrices
        .version(workspaceId, number)
        .map(it -> matrices.publish(workspaceId, it.matrix(), by.name(), note, clock.instant()));
  }

  private Proposal publishedIfDue(
      long workspaceId, Proposal proposal, Optional<Decision> approval) {
    return isDue(proposal) ? publishedKept(workspaceId, proposal, approval) : proposal;
  }

  /// From the rows that were kept for it.
  private Proposal publishedKept(long workspaceId, Proposal proposal, Optional<Decision> approval) {
    var published = published(workspaceId, proposal, matrix(workspaceId, proposal.id()), approval);
    rows.delete(workspaceId, proposal.id());
    return published;
  }

  private boolean isDue(Proposal proposal) {
    return !proposal.publishAt().isAfter(clock.instant());
  }

  private Proposal published(
      long workspaceId, Proposal proposal, Matrix matrix, Optional<Decision> approval) {
    int number =
        matrices.publish(
            workspaceId, matrix, proposal.by().name(), proposal.note(), clock.instant());
    return proposals.change(workspaceId, proposal, new Stage.Published(number, approval));
  }

  private Decided settled(long workspaceId, Proposal proposal, Stage stage) {
    rows.delete(workspaceId, proposal.id());
    return new Decided.Done(proposals.change(workspaceId, proposal, stage));
  }

  private Decided decided(long workspaceId, long id, Function<Proposal, Decided> deciding) {
    return inTransaction(
        () -> proposals.lock(workspaceId, id).map(deciding).orElseGet(Decided.Late::new));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    var result = transaction.execute(_ -> work.get());
    return result;
  }
}
