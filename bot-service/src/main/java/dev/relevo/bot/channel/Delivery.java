package dev.relevo.bot.channel;

import java.time.Duration;
import java.util.Optional;

/// What a provider did with what we sent.
public sealed interface Delivery {

  /// Taken; it has this id there.
  record Accepted(String externalId) implements Delivery {}

  /// Not taken, surely; worth trying again.
  ///
  /// @param after not sooner; empty: by the usual back-off
  /// @param scope what must wait
  record RetryLater(String code, String why, Optional<Duration> after, Scope scope)
      implements Delivery {}

  /// Not taken and never will be.
  record Refused(String code, String why) implements Delivery {}

  /// Not taken, and nothing else will be on this channel until a person mends it.
  record ChannelPaused(String code, String why) implements Delivery {}

  /// Nobody knows: the request left and no answer came. May have been taken.
  record Unknown(String why) implements Delivery {}

  /// What a retry concerns.
  enum Scope {
    PARCEL,
    CUSTOMER,
    CHANNEL
  }
}
