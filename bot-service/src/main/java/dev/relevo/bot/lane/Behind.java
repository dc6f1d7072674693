package dev.relevo.bot.lane;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/// What health says of work that takes too long: `BEHIND`. The service is still up, and does one
/// thing after the other; whoever restarts what is not well must leave it alone.
public final class Behind {

  private static final Status STATUS = new Status("BEHIND");

  private Behind() {}

  /// `BEHIND` or `UP`.
  ///
  /// @param behind whether something waits longer than it may
  public static Health health(boolean behind) {
    return behind ? Health.status(STATUS).build() : Health.up().build();
  }
}
