package dev.relevo.bot.outbox;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Holds channels that are paused, on whichever replica that was seen or undone.
@Component
final class PauseWatch extends Loop {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /// Until the look after next.
  private static final Duration HOLD = EVERY.multipliedBy(2);

  private final PauseTable pauses;
  private final Pacer pacer;
  private final Clock clock;

  PauseWatch(PauseTable pauses, Pacer pacer, Clock clock) {
    super("pauses", Workload.COURIERS, EVERY, Order.SENDING);
    this.pauses = pauses;
    this.pacer = pacer;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    var now = clock.instant();
    pauses.paused(now).forEach(it -> pacer.hold(it, now.plus(HOLD)));
    return false;
  }
}
