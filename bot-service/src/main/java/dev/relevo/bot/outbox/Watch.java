package dev.relevo.bot.outbox;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Looks after what nobody else does: parcels whose sender is gone, channels that somebody paused.
@Component
final class Watch extends Loop {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /// A paused channel is held until the look after next.
  private static final Duration HOLD = EVERY.multipliedBy(2);

  /// No provider's answer takes longer than this.
  private static final Duration ABANDONED = Duration.ofMinutes(3);

  private final Leases leases;
  private final ParcelTable parcels;
  private final PauseTable pauses;
  private final Pacer pacer;
  private final OutboxSettings settings;
  private final OutboxMeters meters;
  private final Clock clock;

  Watch(
      Leases leases,
      ParcelTable parcels,
      PauseTable pauses,
      Pacer pacer,
      OutboxSettings settings,
      OutboxMeters meters,
      Clock clock) {
    super("watch", Workload.COURIERS, EVERY, Order.SENDING);
    this.leases = leases;
    this.parcels = parcels;
    this.pauses = pauses;
    this.pacer = pacer;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
    leases.onGain(this::wake);
  }

  @Override
  protected boolean round() {
    var now = clock.instant();
    pauses.paused(now).forEach(it -> pacer.hold(it, now.plus(HOLD)));
    meters.orphaned(
        parcels.orphan(leases.held(), now.minus(ABANDONED), now.plus(settings.unconfirmed())));
    return false;
  }
}
