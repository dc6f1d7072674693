package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.knowledge.proposal.Proposals;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Publishes what was scheduled, within a second of its time; on any number of replicas only one
/// does it.
@Component
final class DuePublishing extends Loop {

  private final Proposals proposals;

  DuePublishing(Proposals proposals) {
    super("due proposals", Workload.PAGES, Duration.ofSeconds(1), Order.UPKEEP);
    this.proposals = proposals;
  }

  @Override
  protected boolean round() {
    return proposals.publishDue();
  }
}
