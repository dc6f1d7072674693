package dev.relevo.bot.lane;

import dev.relevo.bot.database.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Collects what many threads finish and hands it on in batches, so that many results share one
/// commit. What comes after a rest goes at once; of a stream, what came within a few hundredths of
/// a second goes together.
public final class Gatherer<T> {

  private static final int MOST = 256;
  private static final Duration DISTANCE = Duration.ofMillis(60);

  private final LinkedBlockingQueue<T> queue = new LinkedBlockingQueue<>();
  private final Workload workload;
  private final Consumer<List<T>> work;
  private final Beat beat;

  /// @param work takes one batch; must itself deal with what goes wrong
  public Gatherer(String name, Workload workload, Consumer<List<T>> work) {
    this.workload = workload;
    this.work = work;
    this.beat = new Beat(name, workload, Duration.ofSeconds(1), DISTANCE, this::round);
  }

  /// Begins to hand on.
  public void start() {
    beat.start();
  }

  /// Returns at once.
  public void put(T item) {
    queue.add(item);
    beat.wake();
  }

  /// Works off what was put before, then ends.
  public void stop() {
    beat.stop();
    workload.run(() -> {
      while (!queue.isEmpty()) {
        round();
      }
    });
  }

  private boolean round() {
    var batch = new ArrayList<T>();
    queue.drainTo(batch, MOST);
    if (batch.isEmpty()) {
      return false;
    }
    work.accept(batch);
    return batch.size() == MOST;
  }
}
