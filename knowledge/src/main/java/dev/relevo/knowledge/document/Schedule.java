package dev.relevo.knowledge.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often a web site is read again.
public enum Schedule {
  NEVER(Duration.ZERO),
  DAILY(Duration.ofDays(1)),
  WEEKLY(Duration.ofDays(7));

  private final Duration every;

  Schedule(Duration every) {
    this.every = every;
  }

  Optional<Instant> after(Instant read) {
    return every.isZero() ? Optional.empty() : Optional.of(read.plus(every));
  }
}
