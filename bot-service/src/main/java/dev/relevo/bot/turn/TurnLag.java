package dev.relevo.bot.turn;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// How far behind the turns are, as metrics: `relevo.turns.waiting` and the age of the oldest,
/// `relevo.turns.oldest`. Every replica tells it of all of them, so that it is still told when the
/// replica that should answer is gone.
@Component
final class TurnLag extends Loop {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final TurnTable turns;
  private final Clock clock;
  private volatile TurnTable.Queue queue = new TurnTable.Queue(0, Optional.empty());

  TurnLag(TurnTable turns, MeterRegistry registry, Clock clock) {
    super("turn-lag", Workload.TURNS, EVERY, Order.UPKEEP);
    this.turns = turns;
    this.clock = clock;
    registry.gauge("relevo.turns.waiting", this, it -> it.queue.waiting());
    TimeGauge.builder("relevo.turns.oldest", this, TimeUnit.MILLISECONDS, TurnLag::age)
        .register(registry);
  }

  @Override
  protected boolean round() {
    queue = turns.queue();
    return false;
  }

  private double age() {
    return queue.since().map(this::millis).orElse(0L);
  }

  private long millis(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis());
  }
}
