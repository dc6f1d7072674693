package dev.relevo.eval.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Runs as tests need them, with the numbers that matter to them.
final class Seen {

  static final long BEGUN = 1_000_000_000_000L;

  private static final int OFFERED = 1_000;

  private Seen() {}

  /// Everything as it should be, but for so many that were lost.
  static Measured losing(int lost, double rate) {
    return measured(lost, rate, 400, List.of());
  }

  /// With these looks.
  ///
  /// @param memory megabytes, the most
  static Measured measured(int lost, double rate, double memory, List<Vitals.Look> looks) {
    return measured(lost, rate, memory, looks, 0);
  }

  /// Everything as it should be, but for so many statuses that were not taken.
  static Measured untaken(int statuses) {
    return measured(0, 100, 400, List.of(), statuses);
  }

  private static Measured measured(
      int lost, double rate, double memory, List<Vitals.Look> looks, int untaken) {
    var run =
        new Run(
            rate,
            BEGUN,
            Duration.ofSeconds(10),
            List.of(),
            looks,
            Duration.ZERO,
            0,
            untaken,
            Optional.empty(),
            Optional.empty());
    return new Measured(
        run,
        OFFERED,
        OFFERED - lost,
        lost,
        0,
        0,
        0,
        0,
        Percentiles.of(LongStream.of(1_000_000)),
        Percentiles.of(LongStream.of(1_000_000)),
        new Measured.Growth(0, 0),
        new Measured.Growth(100, 100),
        memory,
        1);
  }

  /// So long after it began.
  static Vitals.Look look(Duration after, int waiting, Health health) {
    return new Vitals.Look(BEGUN + after.toNanos(), waiting, 100, 400, 1, Optional.of(health));
  }
}
