package dev.relevo.bot.outbox;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.lane.Loop;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Looks after parcels whose sender is gone.
@Component
final class Watch extends Loop {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Leases leases;
  private final ParcelTable parcels;
  private final UnderWay underWay;
  private final OutboxSettings settings;
  private final OutboxMeters meters;
  private final Clock clock;
  private Set<Long> missed = Set.of();

  Watch(
      Leases leases,
      ParcelTable parcels,
      UnderWay underWay,
      OutboxSettings settings,
      OutboxMeters meters,
      Clock clock) {
    super("watch", Workload.COURIERS, EVERY, Order.SENDING);
    this.leases = leases;
    this.parcels = parcels;
    this.underWay = underWay;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
    leases.onGain(this::wake);
  }

  @Override
  protected boolean round() {
    var held = leases.held();
    var due = clock.instant().plus(settings.unconfirmed());
    meters.orphaned(parcels.orphan(held, astray(held), due));
    return false;
  }

  /// Parcels on the wire by our own word, which nobody here carries: the commit that said so was
  /// taken for failed. Seen so at two looks in a row, for between commit and carrying is a moment.
  private Set<Long> astray(Map<Integer, Long> held) {
    var missing = parcels.sending(held);
    missing.removeAll(underWay.parcels());
    var astray = new HashSet<>(missing);
    astray.retainAll(missed);
    missed = missing;
    return astray;
  }
}
