package dev.relevo.bot.channel.webchat;

import java.time.Duration;
import java.util.Optional;

/// A request of the web chat was refused.
final class Refused extends RuntimeException {

  private final Refusal refusal;
  private final Optional<Duration> retryAfter;

  Refused(Refusal refusal) {
    this(refusal, Optional.empty());
  }

  Refused(Refusal refusal, Optional<Duration> retryAfter) {
    super(refusal.slug(), null, false, false);
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }

  Refusal refusal() {
    return refusal;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
