package dev.relevo.bot.outbox;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.lane.Loop;
import dev.relevo.bot.outbox.ParcelTable.OnTheWire;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    if (!held.isEmpty()) {
      var due = clock.instant().plus(settings.unconfirmed());
      meters.orphaned(parcels.orphan(orphans(held), due));
    }
    return false;
  }

  /// Put on the wire under an older lease, or astray.
  private List<OnTheWire> orphans(Map<Integer, Long> held) {
    var sending = parcels.sending(held.keySet());
    var astray =
        astray(
            sending.stream()
                .filter(it -> it.token() == held.getOrDefault(it.shard(), 0L))
                .map(OnTheWire::id)
                .collect(Collectors.toSet()));
    return sending.stream()
        .filter(it -> it.token() < held.getOrDefault(it.shard(), 0L) || astray.contains(it.id()))
        .toList();
  }

  /// Parcels on the wire by our own word, which nobody here carries: the commit that said so was
  /// taken for failed. Seen so at two looks in a row, for between commit and carrying is a moment.
  private Set<Long> astray(Set<Long> ours) {
    var missing = new HashSet<>(ours);
    missing.removeAll(underWay.parcels());
    var astray = new HashSet<>(missing);
    astray.retainAll(missed);
    missed = missing;
    return astray;
  }
}
