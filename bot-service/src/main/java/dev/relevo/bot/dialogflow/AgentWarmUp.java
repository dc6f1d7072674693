package dev.relevo.bot.dialogflow;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Opens the lines to the agents there are before a customer waits for one: what the first call of
/// a process loads takes seconds. Nothing is asked.
@Component
final class AgentWarmUp extends Loop {

  private static final Duration EVERY = Duration.ofMinutes(10);

  private final AgentBook book;
  private final AgentLines lines;

  AgentWarmUp(AgentBook book, AgentLines lines) {
    super("dialogflow-warm-up", Workload.TURNS, EVERY, Order.UPKEEP);
    this.book = book;
    this.lines = lines;
  }

  @Override
  protected boolean round() {
    book.agents().forEach(lines::warm);
    return false;
  }
}
