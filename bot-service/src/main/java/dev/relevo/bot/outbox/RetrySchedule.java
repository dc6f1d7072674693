package dev.relevo.bot.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a parcel is tried again, and when no more: the wait doubles from try to try up to a limit,
/// and is spread by a quarter either way so that what failed together does not come back together.
record RetrySchedule(int attempts, Duration first, Duration longest) {

  static RetrySchedule of(OutboxSettings settings) {
    return new RetrySchedule(settings.attempts(), settings.firstRetry(), settings.longestRetry());
  }

  boolean mayTryAgain(int attempt) {
    return attempt < attempts;
  }

  /// The wait after that attempt, counted from 1.
  Duration after(int attempt, RandomGenerator random) {
    return spread(doubled(first, attempt), random);
  }

  /// The wait for a receipt after an ambiguous attempt: not spread, and doubled likewise.
  Duration confirmation(Duration wait, int attempt) {
    return doubled(wait, attempt);
  }

  private Duration doubled(Duration wait, int attempt) {
    var doubled = wait.toMillis() * (1L << Math.min(attempt - 1, 20));
    return Duration.ofMillis(Math.min(doubled, Math.max(longest.toMillis(), wait.toMillis())));
  }

  private static Duration spread(Duration wait, RandomGenerator random) {
    return Duration.ofMillis((long) (wait.toMillis() * (0.75 + random.nextDouble() / 2)));
  }
}
