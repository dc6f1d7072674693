package dev.relevo.bot.lane;

import dev.relevo.bot.database.Workload;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that works when it is woken, and looks by itself every so often. What goes wrong in one
/// round is logged and the next round comes a little later: no fault ends it.
///
/// Rounds keep a [Distance]. Who is woken after a rest works at once; who is woken again and again
/// finds in one round what came in since the last.
final class Beat {

  private static final Logger log = LoggerFactory.getLogger(Beat.class);
  private static final Duration AFTER_A_FAULT = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  /// A loop works a third of its time at most, as long as it comes round quickly.
  private static final int TIMES = 3;

  private static final Duration MOST = Duration.ofMillis(120);

  private final String name;
  private final Workload workload;
  private final Duration every;
  private final Distance distance;
  private final BooleanSupplier round;
  private final Semaphore signal = new Semaphore(0);
  private volatile boolean stopping;
  private @Nullable Thread thread;

  /// @param every how often it looks when nobody wakes it
  /// @param distance the least time from the beginning of a round to that of the next
  /// @param round one round of work; true when there was more than a round takes
  Beat(String name, Workload workload, Duration every, Duration distance, BooleanSupplier round) {
    this.name = name;
    this.workload = workload;
    this.every = every;
    this.distance = new Distance(distance, TIMES, MOST);
    this.round = round;
  }

  synchronized void start() {
    stopping = false;
    thread = Thread.ofVirtual().name(name).start(() -> workload.run(this::live));
  }

  /// Somebody knows that there is something to do.
  void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  /// Ends after the round it is in; waits for that a few seconds.
  synchronized void stop() {
    stopping = true;
    wake();
    var living = thread;
    if (living != null) {
      try {
        living.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    thread = null;
  }

  private void live() {
    var pause = Duration.ZERO;
    while (!stopping) {
      if (!await(pause) || !keepDistance()) {
        return;
      }
      pause = stopping ? Duration.ZERO : work();
    }
  }

  private Duration work() {
    var more = false;
    try {
      more = round.getAsBoolean();
      return more ? Duration.ZERO : every;
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("loop", name).setCause(e).log("a round failed; it is tried again");
      return AFTER_A_FAULT;
    } finally {
      distance.end(more);
    }
  }

  /// What wakes it meanwhile is found by the round that follows.
  private boolean keepDistance() {
    try {
      if (distance.begin()) {
        signal.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean await(Duration pause) {
    try {
      if (signal.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        signal.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
