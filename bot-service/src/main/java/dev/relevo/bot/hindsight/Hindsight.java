package dev.relevo.bot.hindsight;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.knowledge.gap.Gaps;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the journal from where it was, some entries at a time, and keeps what they say and the new
/// place in one transaction: nothing is taken in twice, nothing is left out, wherever it is killed.
/// Replicas share the work: whoever finds the place moved does nothing.
@Component
final class Hindsight extends Loop {

  static final String READER = "hindsight";

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int SOME = 1_000;

  private final Journal journal;
  private final Reading reading;
  private final Gaps gaps;
  private final Upkeep upkeep;
  private final TransactionTemplate transaction;

  Hindsight(
      Journal journal,
      Reading reading,
      Gaps gaps,
      Upkeep upkeep,
      PlatformTransactionManager transactions) {
    super(READER, Workload.PAGES, LOOK, Order.UPKEEP);
    this.journal = journal;
    this.reading = reading;
    this.gaps = gaps;
    this.upkeep = upkeep;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Takes in some; whether there may be more.
  @Override
  protected boolean round() {
    var from = journal.cursor(READER).orElse(Entry.Position.START);
    var stretch = journal.after(from, SOME, Reading.KINDS);
    if (stretch.length() == 0) {
      upkeep.round();
      return false;
    }
    var facts = reading.facts(stretch.entries());
    transaction.executeWithoutResult(status -> {
      if (journal.advance(READER, from, stretch.end())) {
        gaps.learn(facts);
      }
    });
    return stretch.length() == SOME;
  }
}
