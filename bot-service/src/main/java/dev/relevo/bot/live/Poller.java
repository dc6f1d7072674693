package dev.relevo.bot.live;

import dev.relevo.crm.conversation.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the journal for everybody who listens. It starts with the first listener and ends when the
/// last one left.
final class Poller {

  /// Where the journal's entries come from.
  interface Source {

    Entry.Position end();

    List<Entry> after(Entry.Position position, int limit);
  }

  static final int BATCH = 500;

  private static final Logger log = LoggerFactory.getLogger(Poller.class);

  private final Source source;
  private final Duration every;
  private final Followers followers;
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean running;
  private boolean closed;
  private boolean failing;

  Poller(Source source, Duration every, Followers followers) {
    this.source = source;
    this.every = every;
    this.followers = followers;
  }

  /// Starts polling unless it runs. The place to start from is read here, on the caller's thread:
  /// what commits after this returns is not missed.
  void wake() {
    lock.lock();
    try {
      if (!running && !closed) {
        var start = source.end();
        running = true;
        Thread.ofVirtual().name("live-poller").start(() -> poll(start));
      }
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      closing.countDown();
    } finally {
      lock.unlock();
    }
  }

  private void poll(Entry.Position start) {
    var position = start;
    while (!stopped()) {
      var read = read(position);
      if (read.isPresent() && !read.get().isEmpty()) {
        var entries = read.get();
        followers.tell(entries);
        position = entries.getLast().position();
      }
      if (read.map(List::size).orElse(0) < BATCH) {
        pause();
      }
    }
  }

  /// Empty when the database cannot be read now; the position stays, so nothing is lost.
  private Optional<List<Entry>> read(Entry.Position position) {
    try {
      var entries = source.after(position, BATCH);
      failing = false;
      return Optional.of(entries);
    } catch (RuntimeException e) {
      if (!failing) {
        log.atWarn().setCause(e).log("the journal cannot be read; pages hear nothing until it can");
      }
      failing = true;
      return Optional.empty();
    }
  }

  private boolean stopped() {
    lock.lock();
    try {
      if (closed || followers.nobody()) {
        running = false;
      }
      return !running;
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    try {
      var _ = closing.await(every.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }
}
