package dev.relevo.eval.growth;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a turn cost.
///
/// @param messages stored before
/// @param pages of the database that were looked at
/// @param service milliseconds of processor time
/// @param database milliseconds of processor time
record Cost(long messages, double pages, double service, double database) {

  double whole() {
    return service + database;
  }

  /// Whether none costs more than so many times the first, by that measure.
  static boolean within(double most, List<Cost> costs, ToDoubleFunction<Cost> measure) {
    var first = measure.applyAsDouble(costs.getFirst());
    return costs.stream().allMatch(it -> measure.applyAsDouble(it) <= most * first);
  }
}
