package dev.relevo.bot.lane;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands that do many things of many lanes at once, each on a thread of its own, and settle what
/// came of them in batches. A hand is busy until its result is settled, and no shard is given away
/// while a hand is busy on one of its lanes.
///
/// A batch that cannot be settled is settled one by one. What cannot be settled by itself is tried
/// again sixty times, a second after each, and then given up.
public final class Crew<R> {

  private static final Logger log = LoggerFactory.getLogger(Crew.class);
  private static final Duration PATIENCE = Duration.ofSeconds(9);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int TRIES = 60;

  /// @param tries to settle it alone that failed
  private record Done<R>(int shard, R result, int tries) {}

  private final Loop loop;
  private final Leases leases;
  private final int size;
  private final Consumer<List<R>> settle;
  private final Semaphore hands;
  private final Gatherer<Done<R>> gatherer;

  /// @param loop whose hands they are: it finds the work, and is woken when hands become free
  /// @param size how many hands
  /// @param settle takes a batch of results; may be given one again when it failed
  public Crew(Loop loop, Leases leases, int size, Consumer<List<R>> settle) {
    this.loop = loop;
    this.leases = leases;
    this.size = size;
    this.settle = settle;
    this.hands = new Semaphore(size);
    this.gatherer = new Gatherer<>(loop.name() + "-settling", loop.workload(), this::handOn);
  }

  /// Hands that are free at this moment.
  public int free() {
    return hands.availablePermits();
  }

  /// Takes free hands for work that is about to be found; how many, at most so many. Each must be
  /// put to work or released.
  public int reserve(int most) {
    var taken = hands.drainPermits();
    if (taken > most) {
      hands.release(taken - most);
    }
    return Math.min(taken, most);
  }

  /// Reserved hands for which no work was found.
  public void release(int reserved) {
    hands.release(reserved);
  }

  /// Puts one reserved hand to work on a lane of the shard. The work must not throw.
  public void begin(int shard, Supplier<R> work) {
    leases.enter(shard);
    Thread.ofVirtual()
        .name(loop.name() + "-hand")
        .start(() -> loop.workload().run(() -> gatherer.put(new Done<>(shard, work.get(), 0))));
  }

  public void start() {
    gatherer.start();
  }

  /// Waits a few seconds for what is under way, and settles it.
  public void stop() {
    try {
      if (hands.tryAcquire(size, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        hands.release(size);
      } else {
        log.atWarn()
            .addKeyValue("crew", loop.name())
            .log("something was still under way at shutdown");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gatherer.stop();
  }

  private void handOn(List<Done<R>> batch) {
    try {
      settle.accept(batch.stream().map(Done::result).toList());
      batch.forEach(this::end);
      loop.wake();
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        batch.forEach(it -> handOn(List.of(it)));
      } else {
        failed(batch.getFirst(), e);
      }
    }
  }

  private void failed(Done<R> done, RuntimeException fault) {
    if (done.tries() == TRIES) {
      log.atError()
          .addKeyValue("crew", loop.name())
          .setCause(fault)
          .log("a result could not be kept");
      end(done);
      return;
    }
    if (done.tries() == 0) {
      log.atWarn()
          .addKeyValue("crew", loop.name())
          .setCause(fault)
          .log("settling failed; tried again");
    }
    Thread.ofVirtual()
        .name(loop.name() + "-again")
        .start(() -> {
          LockSupport.parkNanos(AGAIN.toNanos());
          gatherer.put(new Done<>(done.shard(), done.result(), done.tries() + 1));
        });
  }

  private void end(Done<R> done) {
    leases.leave(done.shard());
    hands.release();
  }
}
