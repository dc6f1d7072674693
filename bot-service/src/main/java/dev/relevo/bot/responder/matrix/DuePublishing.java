package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Beat;
import dev.relevo.knowledge.proposal.Proposals;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Publishes what was scheduled, within a second of its time; on any number of replicas only one
/// does it.
@Component
final class DuePublishing implements SmartLifecycle {

  private final Beat beat;
  private volatile boolean running;

  DuePublishing(Proposals proposals) {
    beat = new Beat("due proposals", Workload.PAGES, Duration.ofSeconds(1), proposals::publishDue);
  }

  @Override
  public void start() {
    beat.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    beat.stop(Duration.ofSeconds(5));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
