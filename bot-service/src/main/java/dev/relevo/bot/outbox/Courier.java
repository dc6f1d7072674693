package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Beat;
import dev.relevo.bot.lane.Gatherer;
import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Carries parcels to providers: the heads of this replica's lanes, in batches, each request on a
/// thread of its own.
@Component
final class Courier implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);
  private static final int BATCH = 100;
  private static final int SETTLEMENTS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration LOOK_AFTER_ORPHANS = Duration.ofSeconds(1);

  /// No provider's answer takes longer than this.
  private static final Duration ABANDONED = Duration.ofMinutes(3);

  private final Leases leases;
  private final ParcelTable parcels;
  private final PauseTable pauses;
  private final Claims claims;
  private final Settling settling;
  private final Pacer pacer;
  private final OutboxSettings settings;
  private final OutboxMeters meters;
  private final Clock clock;
  private final Semaphore permits;
  private final Beat beat;
  private final Gatherer<Settling.Answered> answers;
  private Instant lookedAfter = Instant.MIN;
  private Set<ChannelId> paused = Set.of();
  private volatile boolean running;

  Courier(
      Leases leases,
      Outbox outbox,
      ParcelTable parcels,
      PauseTable pauses,
      Claims claims,
      Settling settling,
      Pacer pacer,
      OutboxSettings settings,
      OutboxMeters meters,
      Clock clock) {
    this.leases = leases;
    this.parcels = parcels;
    this.pauses = pauses;
    this.claims = claims;
    this.settling = settling;
    this.pacer = pacer;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
    this.permits = new Semaphore(settings.couriers());
    this.beat = new Beat("courier", Workload.COURIERS, settings.poll(), this::round);
    this.answers = new Gatherer<>("courier-settling", Workload.COURIERS, SETTLEMENTS, this::settle);
    outbox.onPosted(beat::wake);
    leases.onGain(beat::wake);
  }

  @Override
  public void start() {
    answers.start();
    beat.start();
    running = true;
  }

  /// Takes no more parcels, and waits for what is on the wire.
  @Override
  public void stop() {
    running = false;
    beat.stop(PATIENCE);
    try {
      if (!permits.tryAcquire(settings.couriers(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.atWarn()
            .log("some sends were still under way at shutdown; they will be confirmed or repeated");
      } else {
        permits.release(settings.couriers());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answers.stop(PATIENCE);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Leases.PHASE + 1000;
  }

  private boolean round() {
    var tokens = leases.held();
    if (tokens.isEmpty()) {
      return false;
    }
    var now = clock.instant();
    lookAfter(now);
    var free = Math.min(BATCH, permits.availablePermits());
    if (free == 0) {
      return false;
    }
    var held = new HashSet<>(pacer.heldChannels(now));
    held.addAll(paused);
    var lanes = parcels.ready(tokens.keySet(), pacer.heldLanes(now), held, now, free);
    if (lanes.isEmpty()) {
      return false;
    }
    var round = claims.claim(lanes, tokens);
    round.claimed().forEach(this::send);
    return round.changed();
  }

  /// What concerns all lanes, every second or so.
  private void lookAfter(Instant now) {
    if (now.isBefore(lookedAfter.plus(LOOK_AFTER_ORPHANS))) {
      return;
    }
    lookedAfter = now;
    paused = Set.copyOf(pauses.paused(now));
    var orphans =
        claims.orphans(leases.held(), now.minus(ABANDONED), now.plus(settings.unconfirmed()));
    meters.orphaned(orphans);
  }

  private void send(Claims.Claimed claimed) {
    permits.acquireUninterruptibly();
    leases.enter(claimed.parcel().shard());
    Thread.ofVirtual()
        .name("courier-" + claimed.parcel().id())
        .start(() -> {
          try {
            answers.put(new Settling.Answered(claimed, deliver(claimed)));
          } finally {
            permits.release();
          }
        });
  }

  private Delivery deliver(Claims.Claimed claimed) {
    var started = System.nanoTime();
    Delivery delivery;
    try {
      delivery = claimed.channel().deliver(claimed.dispatch());
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("parcel", claimed.parcel().id())
          .setCause(e)
          .log("a channel failed unexpectedly");
      delivery = new Delivery.Unknown(e.getClass().getSimpleName());
    }
    meters.sent(claimed, delivery, Duration.ofNanos(System.nanoTime() - started));
    return delivery;
  }

  private void settle(List<Settling.Answered> batch) {
    try {
      settling.settle(batch);
      batch.forEach(it -> leases.leave(it.claimed().parcel().shard()));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("parcels", batch.size()).setCause(e).log("settling failed");
      batch.forEach(this::settleLater);
    }
    beat.wake();
  }

  /// Again, each by itself, for a minute; afterwards the lane's next owner (or this one) takes the
  /// parcel for unconfirmed.
  private void settleLater(Settling.Answered answer) {
    Thread.ofVirtual()
        .start(() ->
            Workload.COURIERS.run(() -> {
              try {
                settleAlone(answer);
              } finally {
                leases.leave(answer.claimed().parcel().shard());
                beat.wake();
              }
            }));
  }

  private void settleAlone(Settling.Answered answer) {
    for (int i = 0; i < 60; i++) {
      try {
        settling.settle(List.of(answer));
        return;
      } catch (RuntimeException e) {
        if (i == 59) {
          log.atError()
              .addKeyValue("parcel", answer.claimed().parcel().id())
              .setCause(e)
              .log("what became of a parcel could not be written down");
        }
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }
}
