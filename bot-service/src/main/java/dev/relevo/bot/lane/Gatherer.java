package dev.relevo.bot.lane;

import dev.relevo.bot.database.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Collects what many threads finish and hands it on in batches, so that many results share one
/// commit. It never waits to fill a batch: what is there goes.
public final class Gatherer<T> {

  private final LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final Workload workload;
  private final int most;
  private final Consumer<List<T>> work;
  private final Beat beat;

  /// @param most in one batch
  /// @param work takes one batch; must itself deal with what goes wrong
  public Gatherer(String name, Workload workload, int most, Consumer<List<T>> work) {
    this.workload = workload;
    this.most = most;
    this.work = work;
    this.beat = new Beat(name, workload, Duration.ofSeconds(1), this::round);
  }

  public void start() {
    beat.start();
  }

  public void put(T item) {
    unfinished.incrementAndGet();
    queue.add(item);
    beat.wake();
  }

  /// Items put and not yet worked off.
  public int unfinished() {
    return unfinished.get();
  }

  /// Works off what was put before, then ends.
  public void stop(Duration patience) {
    beat.stop(patience);
    workload.run(() -> {
      while (round()) {
        // until nothing is left
      }
    });
  }

  private boolean round() {
    var batch = new ArrayList<T>();
    queue.drainTo(batch, most);
    if (batch.isEmpty()) {
      return false;
    }
    try {
      work.accept(batch);
    } finally {
      unfinished.addAndGet(-batch.size());
    }
    return true;
  }
}
