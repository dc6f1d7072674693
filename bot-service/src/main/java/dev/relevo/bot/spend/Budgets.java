package dev.relevo.bot.spend;

import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The monthly budgets, and how much of them is spent. A change is written in the journal, as
/// `budget.saved`.
@Component
public class Budgets {

  private final BoundTable table;
  private final Workspaces workspaces;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Budgets(
      BoundTable table,
      Workspaces workspaces,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.table = table;
    this.workspaces = workspaces;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// A month's spending; what calls under way may still take counts as spent.
  ///
  /// @param first the month's first day
  public record Month(LocalDate first, long calls, long tokens, long micros, Budget budget) {

    /// How far it has come.
    public enum Level {
      FINE,
      /// The share is reached at which people are warned.
      WARNING,
      /// Nothing is left, or too little for most calls: less than a hundredth.
      SPENT
    }

    public Level level() {
      return budget.monthMicros().map(this::level).orElse(Level.FINE);
    }

    private Level level(long most) {
      if (micros >= most - most / 100) {
        return Level.SPENT;
      }
      return micros / (double) most * 100 >= budget.warnPercent() ? Level.WARNING : Level.FINE;
    }
  }

  public Budget of(WorkspaceId workspace) {
    return table.budget(workspace);
  }

  /// From the next call on.
  public void save(WorkspaceId workspace, Budget budget, MemberId by) {
    transaction.executeWithoutResult(_ -> {
      table.save(workspace, budget, by, Column.now(clock));
      journal.append(
          List.of(
              new Event(
                  workspace,
                  Optional.empty(),
                  Optional.empty(),
                  "budget.saved",
                  new Author.Person(by),
                  Map.of(
                      "micros",
                      budget.monthMicros().map(it -> Long.toString(it)).orElse("none")))));
    });
  }

  /// The current month, against the budget.
  public Month month(WorkspaceId workspace) {
    var first =
        clock.instant().atZone(workspaces.find(workspace).zone()).toLocalDate().withDayOfMonth(1);
    var budget = table.budget(workspace);
    return table.month(workspace, first, budget).orElseGet(() -> new Month(first, 0, 0, 0, budget));
  }
}
