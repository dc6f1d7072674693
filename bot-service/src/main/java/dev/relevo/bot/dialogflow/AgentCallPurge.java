package dev.relevo.bot.dialogflow;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets what agents were asked and answered, as long after as the ledger forgets what came in.
@Component
final class AgentCallPurge extends Loop {

  private static final Duration KEPT = Duration.ofDays(8);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int SOME = 1_000;

  private final AgentCallTable calls;
  private final Clock clock;

  AgentCallPurge(AgentCallTable calls, Clock clock) {
    super("dialogflow-purge", Workload.TURNS, EVERY, Order.UPKEEP);
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    return calls.purge(clock.instant().minus(KEPT), SOME) == SOME;
  }
}
