package dev.relevo.eval.run;

import java.util.List;

/// Where the quickest end and the slowest begin.
public final class Quantile {

  private Quantile() {}

  /// What so large a share of the values does not reach; NaN of none.
  ///
  /// @param ascending the values
  /// @param share from 0 to 1
  public static double of(List<Double> ascending, double share) {
    return ascending.isEmpty()
        ? Double.NaN
        : ascending.get((int) Math.min(ascending.size() - 1, share * ascending.size()));
  }
}
