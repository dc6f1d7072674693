package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.contact.ChannelId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// How the outbox does, as metrics: what is due and waits (`relevo.parcels.waiting`, the age of the
/// oldest `relevo.parcels.oldest`), what was given up and can still be repeated
/// (`relevo.parcels.dead`), and whether a channel may not send (`relevo.channel.paused`, 1). Every
/// replica tells it of all of them.
@Component
final class OutboxLag extends Loop {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final ParcelTable parcels;
  private final PauseTable pauses;
  private final Clock clock;
  private volatile ParcelTable.Backlog backlog = new ParcelTable.Backlog(0, Optional.empty(), 0);
  private volatile Set<ChannelId> paused = Set.of();

  OutboxLag(
      ParcelTable parcels,
      PauseTable pauses,
      Channels channels,
      MeterRegistry registry,
      Clock clock) {
    super("outbox-lag", Workload.COURIERS, EVERY, Order.UPKEEP);
    this.parcels = parcels;
    this.pauses = pauses;
    this.clock = clock;
    registry.gauge("relevo.parcels.waiting", this, it -> it.backlog.waiting());
    registry.gauge("relevo.parcels.dead", this, it -> it.backlog.dead());
    TimeGauge.builder("relevo.parcels.oldest", this, TimeUnit.MILLISECONDS, OutboxLag::age)
        .register(registry);
    channels.all().forEach(it -> watch(it.id(), registry));
  }

  @Override
  protected boolean round() {
    var now = clock.instant();
    backlog = parcels.backlog(now);
    paused = Set.copyOf(pauses.paused(now));
    return false;
  }

  private void watch(ChannelId channel, MeterRegistry registry) {
    Gauge.builder("relevo.channel.paused", this, it -> it.paused.contains(channel) ? 1 : 0)
        .tag("channel", channel.value())
        .register(registry);
  }

  private double age() {
    return backlog.since().map(this::millis).orElse(0L);
  }

  private long millis(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis());
  }
}
