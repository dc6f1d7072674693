package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.knowledge.retriever.CandidateIndex;
import dev.relevo.knowledge.retriever.Settings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Has an index that replicas share forget versions from which nobody answers any more.
@Component
final class IndexUpkeep extends Loop {

  private static final Duration EVERY = Duration.ofMinutes(10);

  private final Optional<CandidateIndex.Maker> shared;

  IndexUpkeep(Settings settings) {
    super("shared index", Workload.TURNS, EVERY, Order.UPKEEP);
    shared = settings.shared();
  }

  @Override
  protected boolean round() {
    shared.ifPresent(CandidateIndex.Maker::tend);
    return false;
  }
}
