package dev.relevo.bot.outbox;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Crew;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.contact.ContactId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Carries parcels to providers: the heads of this replica's lanes, in batches, each request on a
/// thread of its own.
@Component
public final class Courier extends Loop {

  private static final int BATCH = 256;
  private static final Duration DISTANCE = Duration.ofMillis(80);

  private final Leases leases;
  private final Claims claims;
  private final Wire wire;
  private final UnderWay underWay;
  private final Crew<Aftermath.Answered> crew;

  Courier(
      Leases leases,
      Bell bell,
      Claims claims,
      Wire wire,
      UnderWay underWay,
      Settling settling,
      OutboxSettings settings) {
    super("courier", Workload.COURIERS, settings.poll(), DISTANCE, Order.SENDING);
    this.leases = leases;
    this.claims = claims;
    this.wire = wire;
    this.underWay = underWay;
    this.crew =
        new Crew<>(
            this,
            leases,
            settings.couriers(),
            answers -> {
              settling.settle(answers);
              underWay.end(answers);
            });
    bell.onRing(this::wake);
    leases.onGain(this::wake);
  }

  /// Takes along, with the commit of the caller's transaction, what may leave of these lanes: what
  /// was just said needs no commit of its own to be put on the wire. Nothing leaves when the
  /// caller's transaction fails, and what there are no free hands for leaves a little later.
  ///
  /// @param tokens of the leases under which the lanes are held
  public void takeAlong(List<ContactId> lanes, Map<Integer, Long> tokens) {
    var departure = new Departure(crew.reserve(lanes.size()));
    TransactionSynchronizationManager.registerSynchronization(departure);
    departure.load = claims.claim(lanes.subList(0, departure.hands), tokens).claimed();
  }

  /// What leaves if the transaction is committed.
  private final class Departure implements TransactionSynchronization {
    private final int hands;
    private List<Claims.Claimed> load = List.of();

    private Departure(int hands) {
      this.hands = hands;
    }

    @Override
    public void afterCompletion(int status) {
      send(status == STATUS_COMMITTED ? load : List.of(), hands);
    }
  }

  @Override
  protected void opening() {
    crew.start();
  }

  /// Waits for what is on the wire.
  @Override
  protected void closing() {
    crew.stop();
  }

  @Override
  protected boolean round() {
    var tokens = leases.held();
    if (tokens.isEmpty() || crew.free() == 0) {
      return false;
    }
    var lanes = claims.ready(tokens.keySet(), BATCH);
    var hands = crew.reserve(lanes.size());
    var round = new Claims.Round(List.of(), false);
    try {
      if (hands > 0) {
        round = claims.claim(lanes.subList(0, hands), tokens);
      }
    } finally {
      send(round.claimed(), hands);
    }
    if (round.changed()) {
      // Another look may find more, but what is posted meanwhile may come along.
      wake();
    }
    return round.changed() && lanes.size() == BATCH;
  }

  /// @param hands reserved for them, at least as many
  private void send(List<Claims.Claimed> claimed, int hands) {
    for (var it : claimed) {
      underWay.begin(it.parcel());
      crew.begin(it.parcel().shard(), () -> wire.deliver(it));
    }
    crew.release(hands - claimed.size());
  }
}
