package dev.relevo.bot.channel;

import dev.relevo.bot.channel.WebhookChannel.Translation;
import dev.relevo.crm.contact.ChannelId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What becomes of a provider's call, without the web around it. Everything is counted under
/// `relevo.webhook.calls` by channel and outcome; what is refused leaves no other trace.
@Component
final class Webhooks {

  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  /// Kinds worth a count of their own; the set is closed, because whoever signs chooses the words.
  private static final Set<String> KINDS =
      Set.of(
          "another number",
          "group",
          "errors",
          "status",
          "without a sender",
          "account_update",
          "account_alerts",
          "account_review_update",
          "business_capability_update",
          "message_template_status_update",
          "message_template_quality_update",
          "phone_number_quality_update",
          "phone_number_name_update",
          "security",
          "flows",
          "history",
          "calls",
          "user_preferences");

  private final Channels channels;
  private final Intake intake;
  private final MeterRegistry meters;
  private final IntakeCounts counts;

  Webhooks(Channels channels, Intake intake, MeterRegistry meters) {
    this.channels = channels;
    this.intake = intake;
    this.meters = meters;
    this.counts = new IntakeCounts(meters);
    // There from the start, so that a chart or an alarm on one that never counted is not empty.
    channels.all().forEach(it -> calls(it.id().value(), Outcome.ACCEPTED));
  }

  /// How a call ended, and with which HTTP status.
  enum Outcome {
    ACCEPTED(200),
    UNREADABLE(200),
    CONFIRMED(200),
    FORGED(401),
    NOT_CONFIRMED(403),
    UNKNOWN_CHANNEL(404),
    TOO_LARGE(413),
    BUSY(503);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /// The channel that is called under that name.
  Optional<WebhookChannel> channel(String name) {
    return ChannelNames.id(name)
        .flatMap(channels::find)
        .filter(WebhookChannel.class::isInstance)
        .map(WebhookChannel.class::cast);
  }

  /// Verifies, translates, stores. Returns only once it is committed.
  Outcome receive(WebhookChannel channel, Map<String, String> headers, byte[] body) {
    return switch (channel.translate(headers, body)) {
      case Translation.Forged _ -> Outcome.FORGED;
      case Translation.Unreadable(var why) -> {
        log.atWarn()
            .addKeyValue("channel", channel.id())
            .addKeyValue("why", why)
            .log("a signed call could not be read");
        yield Outcome.UNREADABLE;
      }
      case Translation.Arrivals(var arrivals) -> store(channel, arrivals);
    };
  }

  void count(Optional<WebhookChannel> channel, Outcome outcome) {
    var name = channel.map(it -> it.id().value()).orElse("unknown");
    calls(name, outcome).increment();
  }

  private Counter calls(String channel, Outcome outcome) {
    return meters.counter("relevo.webhook.calls", "channel", channel, "outcome", word(outcome));
  }

  private Outcome store(WebhookChannel channel, List<Arrival> arrivals) {
    try {
      var accepted = intake.accept(channel, arrivals);
      counts.add(channel.id(), accepted);
      arrivals.forEach(it -> countUnsupported(channel.id(), it));
      return Outcome.ACCEPTED;
    } catch (IntakeBusy busy) {
      return Outcome.BUSY;
    }
  }

  private void countUnsupported(ChannelId channel, Arrival arrival) {
    if (arrival instanceof Arrival.Unsupported(var kind, var _)) {
      var known = KINDS.contains(kind) ? kind : "other";
      meters
          .counter("relevo.intake.ignored", "channel", channel.value(), "kind", known)
          .increment();
    }
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
