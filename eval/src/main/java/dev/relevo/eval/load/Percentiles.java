package dev.relevo.eval.load;

import java.util.Arrays;
import java.util.stream.LongStream;

/// How long something took, in milliseconds.
///
/// @param p50 half took no longer; NaN when there was none
/// @param p99 of a hundred one took longer; NaN when there was none
record Percentiles(double p50, double p99) {

  static Percentiles of(LongStream nanos) {
    var sorted = nanos.toArray();
    Arrays.sort(sorted);
    return new Percentiles(at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
  }
}
