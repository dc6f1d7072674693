package dev.relevo.eval.load;

import dev.relevo.eval.play.Script.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Customers who write when they want to, whether the service keeps up or not: every message has
/// its moment, from which waiting is counted. What is not taken is said again, ever later, as
/// providers do.
final class OpenLoop implements AutoCloseable {

  private static final Duration FIRST_AGAIN = Duration.ofMillis(500);
  private static final Duration LONGEST_AGAIN = Duration.ofSeconds(8);
  private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(10);

  /// Calls under way: a provider has so many connections, too.
  private static final int AT_ONCE = 512;

  private final Door door;
  private final Arrivals arrivals;
  private final Transcripts transcripts;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore connections = new Semaphore(AT_ONCE);

  OpenLoop(Door door, Arrivals arrivals, Transcripts transcripts) {
    this.door = door;
    this.arrivals = arrivals;
    this.transcripts = transcripts;
  }

  /// Lets them write for so long; the messages, in order.
  ///
  /// @param rate messages a second
  List<Line> play(double rate, Duration time) {
    var lines = new ArrayList<Line>();
    var begun = System.nanoTime();
    var count = Math.round(rate * time.toMillis() / 1000);
    for (var n = 0L; n < count; n++) {
      var moment = begun + Math.round(n * 1e9 / rate);
      for (var ahead = moment - System.nanoTime(); ahead > 0; ahead = moment - System.nanoTime()) {
        LockSupport.parkNanos(ahead);
      }
      var line = arrivals.next();
      lines.add(line);
      transcripts.intended(line, moment);
      threads.execute(() -> insist(line));
    }
    return lines;
  }

  /// So many messages, only some of them waiting for an answer at a time.
  List<Line> playClosed(int count, int waiting) throws InterruptedException {
    var lines = new ArrayList<Line>();
    var deadline = System.nanoTime() + LONGEST_WARM_UP.toNanos();
    while (lines.size() < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%d of %d messages were begun within %d minutes; is the service there, and wired to this provider?"
                .formatted(lines.size(), count, LONGEST_WARM_UP.toMinutes()));
      }
      if (transcripts.waiting() >= waiting) {
        Thread.sleep(1);
        continue;
      }
      var line = arrivals.next();
      lines.add(line);
      transcripts.intended(line, System.nanoTime());
      threads.execute(() -> insist(line));
    }
    return lines;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void insist(Line line) {
    try {
      var again = FIRST_AGAIN;
      while (!says(line)) {
        Thread.sleep(again);
        again =
            again.multipliedBy(2).compareTo(LONGEST_AGAIN) > 0
                ? LONGEST_AGAIN
                : again.multipliedBy(2);
      }
      transcripts.taken(line);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean says(Line line) throws InterruptedException {
    connections.acquire();
    try {
      return door.say(line);
    } finally {
      connections.release();
    }
  }
}
