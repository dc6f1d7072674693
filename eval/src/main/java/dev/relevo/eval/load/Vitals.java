package dev.relevo.eval.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Looks at the service now and then while it works.
final class Vitals implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);

  /// Looks that cost something, the one in so many.
  private static final int DEARER = 5;

  /// @param at by [System#nanoTime]
  /// @param waiting messages begun and not answered
  /// @param heap megabytes; NaN when it was not looked at
  /// @param memory megabytes of JVM and PostgreSQL, PSS; NaN when it was not looked at
  /// @param load of the machine: threads that run or want to
  /// @param health nothing when it was not asked
  record Look(
      long at, int waiting, double heap, double memory, double load, Optional<Health> health) {}

  private final Subject subject;
  private final Transcripts transcripts;
  private final List<Look> looks = new ArrayList<>();
  private final Thread thread;
  private boolean closed;

  Vitals(Subject subject, Transcripts transcripts) {
    this.subject = subject;
    this.transcripts = transcripts;
    this.thread = Thread.ofPlatform().name("vitals").daemon().start(this::live);
  }

  /// Since a moment.
  synchronized List<Look> since(long nanos) {
    return looks.stream().filter(it -> it.at() - nanos >= 0).toList();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    thread.interrupt();
  }

  private void live() {
    try {
      for (var n = 0; ; n++) {
        look(n % DEARER == 0);
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(boolean dearer) throws InterruptedException {
    var heap = dearer ? subject.heap() : OptionalDouble.empty();
    var memory = dearer ? memory() : OptionalDouble.empty();
    var look =
        new Look(
            System.nanoTime(),
            transcripts.waiting(),
            heap.orElse(Double.NaN),
            memory.orElse(Double.NaN),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            dearer ? Optional.of(subject.health()) : Optional.empty());
    synchronized (this) {
      if (!closed) {
        looks.add(look);
      }
    }
  }

  private OptionalDouble memory() {
    try {
      return subject
          .footprint()
          .map(it -> OptionalDouble.of((double) it.total()))
          .orElse(OptionalDouble.empty());
    } catch (IOException | UncheckedIOException gone) {
      return OptionalDouble.empty();
    }
  }
}
