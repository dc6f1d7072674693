package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.proposal.Proposals;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Publishes what was scheduled, within a second of its time; on any number of replicas only one
/// does it.
@Component
final class DuePublishing extends Loop {

  private final Proposals proposals;
  private final Audit audit;

  DuePublishing(Proposals proposals, Audit audit) {
    super("due proposals", Workload.PAGES, Duration.ofSeconds(1), Order.UPKEEP);
    this.proposals = proposals;
    this.audit = audit;
  }

  @Override
  protected boolean round() {
    var published = proposals.publishDue();
    // After it, as of what people do: a crash in between leaves an act without its line.
    published.ifPresent(it ->
        audit.note(
            new WorkspaceId(it.workspaceId()),
            new Actor.Nobody(),
            Act.MATRIX_PROPOSED,
            Map.of("number", Long.toString(it.proposal().id()))));
    return published.isPresent();
  }
}
