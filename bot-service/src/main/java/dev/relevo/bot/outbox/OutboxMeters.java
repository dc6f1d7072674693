package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What the outbox counts.
@Component
final class OutboxMeters {

  private final MeterRegistry registry;
  private final Counter orphans;
  private final Counter receipts;

  OutboxMeters(MeterRegistry registry) {
    this.registry = registry;
    this.orphans = registry.counter("relevo.parcels.orphaned");
    this.receipts = registry.counter("relevo.receipts.matched");
  }

  void sent(Claims.Claimed claimed, Delivery delivery, Duration took) {
    var channel = claimed.parcel().channel().value();
    registry.timer("relevo.parcel.send", "channel", channel, "result", word(delivery)).record(took);
    if (claimed.parcel().state() == Parcel.State.UNKNOWN) {
      registry.counter("relevo.parcels.resent", "channel", channel).increment();
    }
  }

  void orphaned(int parcels) {
    orphans.increment(parcels);
  }

  void matched(int count) {
    receipts.increment(count);
  }

  private static String word(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Accepted _ -> "accepted";
      case Delivery.RetryLater _ -> "retry";
      case Delivery.Refused _ -> "refused";
      case Delivery.ChannelPaused _ -> "paused";
      case Delivery.Unknown _ -> "unknown";
    };
  }
}
