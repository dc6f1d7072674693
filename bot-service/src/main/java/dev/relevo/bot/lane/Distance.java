package dev.relevo.bot.lane;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What rounds of work keep from each other, from beginning to beginning: a least time, and longer
/// after a round that took long. A busy machine so works in larger batches, which cost less, the
/// busier it is; what comes after a rest is worked off at once, and so is what a full round left
/// over: to wait for more would not make the next one any larger.
///
/// For one thread.
public final class Distance {

  private final Duration least;
  private final int times;
  private final Duration most;
  private long began;
  private long next = System.nanoTime();

  /// @param least zero for none at all
  /// @param times so many times what a round took
  /// @param most and no longer than that
  public Distance(Duration least, int times, Duration most) {
    this.least = least;
    this.times = times;
    this.most = most;
  }

  /// Waits until a round may begin; whether it had to.
  public boolean begin() throws InterruptedException {
    var left = next - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    began = System.nanoTime();
    return left > 0;
  }

  /// The round that was begun has ended.
  ///
  /// @param full it was as large as one may be
  public void end(boolean full) {
    if (full) {
      next = began;
    } else if (least.isPositive()) {
      var took = System.nanoTime() - began;
      next = began + Math.max(least.toNanos(), Math.min(times * took, most.toNanos()));
    }
  }
}
