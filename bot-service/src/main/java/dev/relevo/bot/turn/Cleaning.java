package dev.relevo.bot.turn;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.desk.Desk;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What is kept only for a while, removed some at a time: old conversations where the workspace
/// says so, sent parcels, requests that nobody repeats any more.
@Component
final class Cleaning extends Loop {

  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final int MANY = 500;

  private final Outbox outbox;
  private final Desk desk;
  private final Conversations conversations;
  private final Workspaces workspaces;

  Cleaning(Outbox outbox, Desk desk, Conversations conversations, Workspaces workspaces) {
    super("cleaning", Workload.TURNS, LOOK, Order.UPKEEP);
    this.outbox = outbox;
    this.desk = desk;
    this.conversations = conversations;
    this.workspaces = workspaces;
  }

  @Override
  protected boolean round() {
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
