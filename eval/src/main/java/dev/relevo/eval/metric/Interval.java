package dev.relevo.eval.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// A number and where it would lie in 95 of 100 tests of the same size, by bootstrap with a fixed
/// seed.
public record Interval(double value, double low, double high) {

  /// Where there was nothing to count.
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

  private static final int SAMPLES = 500;
  private static final long SEED = 42;

  /// The metric's value and interval over what came of the questions.
  public static Interval of(Metric metric, List<Answered> some) {
    return of(metric::of, some);
  }

  /// The same of any number over any cases.
  static <T> Interval of(ToDoubleFunction<List<T>> metric, List<T> some) {
    double value = metric.applyAsDouble(some);
    if (some.isEmpty() || Double.isNaN(value)) {
      return NONE;
    }
    var random = new Random(SEED);
    var values = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      values[sample] = metric.applyAsDouble(drawn(some, random));
    }
    Arrays.sort(values);
    return new Interval(value, values[(int) (SAMPLES * 0.025)], values[(int) (SAMPLES * 0.975)]);
  }

  private static <T> List<T> drawn(List<T> some, Random random) {
    var drawn = new ArrayList<T>(some.size());
    for (int index = 0; index < some.size(); index++) {
      drawn.add(some.get(random.nextInt(some.size())));
    }
    return drawn;
  }
}
