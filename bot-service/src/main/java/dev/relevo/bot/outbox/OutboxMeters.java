package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.trace.Traces;
import dev.relevo.crm.contact.ChannelId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the outbox counts and tells of.
@Component
final class OutboxMeters {

  private final MeterRegistry registry;
  private final Traces traces;
  private final Clock clock;
  private final Counter orphans;
  private final Counter receipts;

  OutboxMeters(MeterRegistry registry, Traces traces, Channels channels, Clock clock) {
    this.registry = registry;
    this.traces = traces;
    this.clock = clock;
    this.orphans = registry.counter("relevo.parcels.orphaned");
    this.receipts = registry.counter("relevo.receipts.matched");
    // There from the start, so that a chart or an alarm on one that never counted is not empty.
    for (var refusal : Refusal.values()) {
      refusals(refusal);
    }
    channels.all().forEach(it -> sends(it.id(), "accepted"));
  }

  /// Something will never be sent, and not because a provider said so.
  void refused(Refusal refusal) {
    refusals(refusal).increment();
  }

  void sent(Claims.Claimed claimed, Delivery delivery, Duration took) {
    var channel = claimed.parcel().channel().value();
    sends(claimed.parcel().channel(), word(delivery)).record(took);
    claimed.parcel().question().ifPresent(it -> tell(it, claimed, delivery, took));
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

  private void tell(long question, Claims.Claimed claimed, Delivery delivery, Duration took) {
    var now = clock.instant();
    traces.within(
        question,
        "send",
        new Traces.Stretch(now.minus(took), now),
        Map.of(
            "relevo.channel",
            claimed.parcel().channel().value(),
            "relevo.parcel",
            Long.toString(claimed.parcel().id()),
            "relevo.attempt",
            Integer.toString(claimed.attempt()),
            "relevo.result",
            word(delivery)));
  }

  private Counter refusals(Refusal refusal) {
    return registry.counter(
        "relevo.parcels.refused", "reason", refusal.name().toLowerCase(Locale.ROOT));
  }

  private Timer sends(ChannelId channel, String result) {
    return registry.timer("relevo.parcel.send", "channel", channel.value(), "result", result);
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
