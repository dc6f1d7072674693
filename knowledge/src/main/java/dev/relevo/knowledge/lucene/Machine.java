package dev.relevo.knowledge.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A support vector machine for many classes at once (Crammer and Singer 2001), trained by
/// coordinate descent on the dual, one example at a time (Keerthi et al. 2008). Always comes to the
/// same weights.
final class Machine {

  /// How dearly an example on the wrong side is paid for.
  private static final double COST = 2;

  /// An example whose conditions are met as well as this is left as it is.
  private static final double EXACTNESS = 1e-3;

  /// A round in which no example is further off than this is the last.
  private static final double ENOUGH = 0.1;

  private static final int ROUNDS = 30;
  private static final long SEED = 7;

  private final int classes;
  private final float[] weights;

  /// @param classOf the class of each example
  Machine(List<SparseVector> examples, int[] classOf, int classes, int features) {
    this.classes = classes;
    weights = new float[features * classes];
    train(examples, classOf);
  }

  /// How far the vector lies on each class's side; an example strives for 1 above all others.
  float[] sides(SparseVector vector) {
    var sides = new float[classes];
    for (int index = 0; index < vector.features().length; index++) {
      float weight = vector.weights()[index];
      int from = vector.features()[index] * classes;
      for (int one = 0; one < classes; one++) {
        sides[one] += weight * weights[from + one];
      }
    }
    return sides;
  }

  private void train(List<SparseVector> examples, int[] classOf) {
    var duals = new double[examples.size()][classes];
    var order = new ArrayList<Integer>();
    for (int example = 0; example < examples.size(); example++) {
      if (examples.get(example).features().length > 0) {
        order.add(example);
      }
    }
    var random = new Random(SEED);
    double worst = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && worst >= ENOUGH; round++) {
      Collections.shuffle(order, random);
      worst = 0;
      for (int example : order) {
        double off = improve(examples.get(example), classOf[example], duals[example]);
        worst = Math.max(worst, off);
      }
    }
  }

  /// Solves the problem for one example while all others stay, and says how far it was off.
  private double improve(SparseVector example, int right, double[] duals) {
    var gradient = sides(example);
    double greatest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (int one = 0; one < classes; one++) {
      gradient[one] += one == right ? 0 : 1;
      greatest = Math.max(greatest, gradient[one]);
      if (duals[one] < limit(one, right)) {
        least = Math.min(least, gradient[one]);
      }
    }
    double off = greatest - least;
    if (off < EXACTNESS) {
      return 0;
    }
    var next = solve(gradient, duals, right, example.square());
    for (int one = 0; one < classes; one++) {
      if (next[one] != duals[one]) {
        move(example, one, next[one] - duals[one]);
        duals[one] = next[one];
      }
    }
    return off;
  }

  private static double limit(int one, int right) {
    return one == right ? COST : 0;
  }

  /// The duals that minimise a quadratic of that curvature, each below its limit, their sum 0.
  private double[] solve(float[] gradient, double[] duals, int right, double curvature) {
    var linear = new double[classes];
    var edge = new double[classes];
    for (int one = 0; one < classes; one++) {
      linear[one] = gradient[one] - curvature * duals[one];
      edge[one] = linear[one] + curvature * limit(one, right);
    }
    Arrays.sort(edge);
    double level = edge[classes - 1] - curvature * COST;
    int active = 1;
    while (active < classes && level < active * edge[classes - 1 - active]) {
      level += edge[classes - 1 - active++];
    }
    level /= active;
    var next = new double[classes];
    for (int one = 0; one < classes; one++) {
      next[one] = Math.min(limit(one, right), (level - linear[one]) / curvature);
    }
    return next;
  }

  private void move(SparseVector example, int one, double by) {
    for (int index = 0; index < example.features().length; index++) {
      weights[example.features()[index] * classes + one] += (float) (by * example.weights()[index]);
    }
  }
}
