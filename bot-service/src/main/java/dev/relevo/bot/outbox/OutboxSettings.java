package dev.relevo.bot.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How parcels are sent (`relevo.outbox.*`).
///
/// @param couriers requests to providers under way at once; of one channel three quarters
/// @param attempts tries of one parcel before it is dead
/// @param firstRetry the wait after the first try; it doubles
/// @param longestRetry the longest wait between two tries
/// @param unconfirmed how long a receipt is awaited after an ambiguous send, before it is sent
///   again
/// @param poll how often parcels posted on other replicas are looked for
@ConfigurationProperties("relevo.outbox")
record OutboxSettings(
    @DefaultValue("768") int couriers,
    @DefaultValue("14") int attempts,
    @DefaultValue("1s") Duration firstRetry,
    @DefaultValue("10m") Duration longestRetry,
    @DefaultValue("10s") Duration unconfirmed,
    @DefaultValue("100ms") Duration poll) {

  static final OutboxSettings DEFAULT =
      new OutboxSettings(
          768,
          14,
          Duration.ofSeconds(1),
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofMillis(100));

  OutboxSettings {
    if (couriers < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          "relevo.outbox.couriers and relevo.outbox.attempts are at least 1");
    }
  }
}
