package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Delivery;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The moment a parcel is at its provider. Whatever happens there is an answer.
@Component
final class Wire {

  private static final Logger log = LoggerFactory.getLogger(Wire.class);

  private final OutboxMeters meters;

  Wire(OutboxMeters meters) {
    this.meters = meters;
  }

  /// Blocks until the provider has answered; outside of any transaction.
  Aftermath.Answered deliver(Claims.Claimed claimed) {
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
    return new Aftermath.Answered(claimed, delivery);
  }
}
