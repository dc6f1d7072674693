package dev.relevo.bot.pace;

import java.time.Duration;

/// The moment by which something must have happened, on this machine's own clock that no one sets
/// back.
public final class Deadline {

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// What is left; zero when it is past.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /// What is left, but no more than that.
  public Duration leftWithin(Duration most) {
    var left = left();
    return left.compareTo(most) < 0 ? left : most;
  }

  /// The earlier of this and so long from now.
  public Deadline within(Duration time) {
    return new Deadline(Math.min(end, System.nanoTime() + time.toNanos()));
  }
}
