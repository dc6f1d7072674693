package dev.relevo.eval.metric;

import java.util.List;
import java.util.function.Predicate;

/// A share of what was counted, with its interval.
///
/// @param of how many were counted
/// @param good how many of them were good
public record Share(long of, long good, Interval interval) {

  /// The share of those that count.
  public static <T> Share of(List<T> some, Predicate<T> counts, Predicate<T> isGood) {
    var counted = some.stream().filter(counts).map(isGood::test).toList();
    var interval = Interval.of(Share::mean, counted);
    return new Share(counted.size(), counted.stream().filter(it -> it).count(), interval);
  }

  private static double mean(List<Boolean> some) {
    return some.stream().mapToInt(it -> it ? 1 : 0).average().orElse(Double.NaN);
  }
}
