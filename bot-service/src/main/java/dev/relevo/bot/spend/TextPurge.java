package dev.relevo.bot.spend;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Drops what was written to and by models when it has been kept long enough. Some at a time, so
/// that no lock is held for long.
@Component
final class TextPurge extends Loop {

  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final int SOME = 500;

  private final CallRecordTable table;
  private final Workspaces workspaces;
  private final SpendSettings settings;
  private final Clock clock;

  TextPurge(CallRecordTable table, Workspaces workspaces, SpendSettings settings, Clock clock) {
    super("text-purge", Workload.WEBHOOKS, EVERY, Order.UPKEEP);
    this.table = table;
    this.workspaces = workspaces;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    var more = false;
    for (var workspace : workspaces.all()) {
      var before = clock.instant().minus(kept(workspace));
      more |= table.purge(workspace.id(), before, SOME) == SOME;
    }
    return more;
  }

  /// Never longer than the conversations themselves.
  private Duration kept(Workspace workspace) {
    var texts = settings.keepTexts();
    return workspace.keepConversations().filter(it -> it.compareTo(texts) < 0).orElse(texts);
  }
}
