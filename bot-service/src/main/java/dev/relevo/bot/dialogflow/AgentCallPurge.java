package dev.relevo.bot.dialogflow;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets what agents were asked and answered after a month, or sooner where conversations are
/// kept shorter; never before the ledger forgets what came in, so that nothing is asked twice.
@Component
final class AgentCallPurge extends Loop {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration LEDGER = Duration.ofDays(8);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int SOME = 1_000;

  private final AgentCallTable calls;
  private final Workspaces workspaces;
  private final Clock clock;

  AgentCallPurge(AgentCallTable calls, Workspaces workspaces, Clock clock) {
    super("dialogflow-purge", Workload.TURNS, EVERY, Order.UPKEEP);
    this.calls = calls;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    var more = false;
    for (var workspace : workspaces.all()) {
      var before = clock.instant().minus(kept(workspace));
      more |= calls.purge(workspace.id(), before, SOME) == SOME;
    }
    return more;
  }

  private static Duration kept(Workspace workspace) {
    return workspace
        .keepConversations()
        .filter(it -> it.compareTo(KEPT) < 0)
        .map(it -> it.compareTo(LEDGER) < 0 ? LEDGER : it)
        .orElse(KEPT);
  }
}
