package dev.relevo.bot.turn;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Beat;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.desk.Desk;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// What is kept only for a while, removed some at a time: old conversations where the workspace
/// says so, sent parcels, requests that nobody repeats any more.
@Component
final class Cleaning implements SmartLifecycle {

  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MANY = 500;

  private final Outbox outbox;
  private final Desk desk;
  private final Conversations conversations;
  private final Workspaces workspaces;
  private final Beat beat;
  private volatile boolean running;

  Cleaning(Outbox outbox, Desk desk, Conversations conversations, Workspaces workspaces) {
    this.outbox = outbox;
    this.desk = desk;
    this.conversations = conversations;
    this.workspaces = workspaces;
    this.beat = new Beat("cleaning", Workload.TURNS, LOOK, this::round);
  }

  @Override
  public void start() {
    beat.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    beat.stop(PATIENCE);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Leases.PHASE + 2000;
  }

  /// Whether there is more to remove.
  boolean round() {
    var more = outbox.forget();
    more |= desk.forget(MANY) == MANY;
    for (var workspace : workspaces.all()) {
      more |= expire(workspace);
    }
    return more;
  }

  private boolean expire(Workspace workspace) {
    return workspace.keepConversations().isPresent()
        && conversations.expire(workspace.id(), MANY) == MANY;
  }
}
