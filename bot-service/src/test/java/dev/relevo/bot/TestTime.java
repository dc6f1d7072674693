package dev.relevo.bot;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// For tests in which something takes its time; those that wait for something to happen have
/// [TestBot#await].
public final class TestTime {

  private TestTime() {}

  /// At least so much, also for a thread that is interrupted.
  public static void passes(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
