package dev.relevo.bot.spend;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reserves and settles what calls of models take. A reservation counts as spent, at its worst,
/// from the moment it is made; settling gives back what was not taken. So nothing that happens in
/// parallel, on however many replicas, spends more than is allowed, and what a crash leaves
/// unsettled stays spent: the provider may have billed it.
@Component
public class Spending {

  private final BoundTable bounds;
  private final CallTable calls;
  private final Workspaces workspaces;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Spending(
      BoundTable bounds,
      CallTable calls,
      Workspaces workspaces,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.bounds = bounds;
    this.calls = calls;
    this.workspaces = workspaces;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Asks for a call to be allowed.
  public Reservation reserve(Claim claim) {
    try {
      var made =
          transaction.execute(status -> {
            var refused = overstepped(claim);
            refused.ifPresent(_ -> status.setRollbackOnly());
            return refused
                .<Reservation>map(Reservation.Refused::new)
                .orElseGet(() -> new Reservation.Granted(recorded(claim)));
          });
      return Objects.requireNonNull(made);
    } catch (DataIntegrityViolationException contactGone) {
      return new Reservation.Refused(Reservation.Bound.CONVERSATION);
    }
  }

  /// What it really took. Only the first settlement counts.
  public void settle(long call, Taken taken) {
    transaction.executeWithoutResult(_ ->
        calls
            .settle(call, taken)
            .ifPresent(it -> {
              it.conversation()
                  .ifPresent(
                      conversation -> bounds.giveBack(it.workspace(), conversation, it.change()));
              bounds.giveBack(it.workspace(), month(it.day()), it.change());
            }));
  }

  /// What became of its answer. The last word counts.
  public void note(WorkspaceId workspace, long call, Note note) {
    calls.note(workspace, call, note);
  }

  /// Takes the conversation's share first and the month's last: all conversations of a workspace
  /// wait for that one row.
  private Optional<Reservation.Bound> overstepped(Claim claim) {
    var worst = claim.worst();
    if (claim.conversation().isPresent()
        && !bounds.take(claim.workspace(), claim.conversation().get(), worst, claim.bounds())) {
      return Optional.of(Reservation.Bound.CONVERSATION);
    }
    if (claim.message().isPresent() && turnIsSpent(claim)) {
      return Optional.of(Reservation.Bound.TURN);
    }
    return bounds.take(claim.workspace(), month(today(claim)), worst)
        ? Optional.empty()
        : Optional.of(Reservation.Bound.MONTH);
  }

  private boolean turnIsSpent(Claim claim) {
    var turn = calls.turn(claim.workspace(), claim.message().orElseThrow(), claim.purpose());
    return turn.calls() >= claim.bounds().callsPerTurn()
        || (claim.actsOffered() && turn.steps() >= claim.bounds().toolStepsPerTurn());
  }

  private long recorded(Claim claim) {
    return calls.insert(claim, today(claim), Column.now(clock));
  }

  private LocalDate today(Claim claim) {
    return clock.instant().atZone(workspaces.find(claim.workspace()).zone()).toLocalDate();
  }

  private static LocalDate month(LocalDate day) {
    return day.withDayOfMonth(1);
  }
}
