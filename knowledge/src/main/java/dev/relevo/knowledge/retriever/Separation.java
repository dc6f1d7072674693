package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Tells some vectors from others by a plane: a linear support vector machine with squared loss,
/// solved by dual coordinate descent (Hsieh et al. 2008, as in liblinear). Used for one plane after
/// the other, on one thread.
final class Separation {

  /// How dearly a vector on the wrong side is paid for; one of the few that are told from the
  /// others counts as several.
  private static final double COST = 1;

  private static final double COST_OF_OWN = 4;
  private static final double TOLERANCE = 0.1;
  private static final int ROUNDS = 100;

  /// By feature; all 0 between two uses.
  private final float[] plane;

  /// @param features how many there are
  Separation(int features) {
    plane = new float[features];
  }

  /// The plane on whose positive side the first vectors lie.
  ///
  /// @param own how many come first
  /// @param most of its weights, the heaviest
  Vector of(List<Vector> vectors, int own, int most) {
    var examples =
        IntStream.range(0, vectors.size())
            .mapToObj(place -> new Example(vectors.get(place), place < own))
            .toArray(Example[]::new);
    solve(examples, new Random(own));
    return taken(vectors, most);
  }

  private void solve(Example[] examples, Random random) {
    int active = examples.length;
    double bound = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double worst = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int place = 0; place < active; place++) {
        swap(examples, place, place + random.nextInt(active - place));
        var example = examples[place];
        double slope = example.slope(plane);
        if (example.alpha == 0 && slope > bound) {
          swap(examples, place--, --active);
          continue;
        }
        double free = example.alpha == 0 ? Math.min(slope, 0) : slope;
        worst = Math.max(worst, free);
        least = Math.min(least, free);
        example.move(slope, plane);
      }
      if (worst - least <= TOLERANCE || active == 0) {
        if (active == examples.length) {
          return;
        }
        // Whoever was left out is looked at once more.
        active = examples.length;
        bound = Double.POSITIVE_INFINITY;
      } else {
        bound = worst <= 0 ? Double.POSITIVE_INFINITY : worst;
      }
    }
  }

  private static void swap(Example[] examples, int one, int other) {
    var swapped = examples[one];
    examples[one] = examples[other];
    examples[other] = swapped;
  }

  /// Takes the plane away, so that the next one begins at 0.
  private Vector taken(List<Vector> vectors, int most) {
    int size = 0;
    var features = new int[vectors.stream().mapToInt(vector -> vector.features().length).sum()];
    var weights = new float[features.length];
    for (var vector : vectors) {
      for (int feature : vector.features()) {
        if (plane[feature] != 0) {
          features[size] = feature;
          weights[size++] = plane[feature];
          plane[feature] = 0;
        }
      }
    }
    return heaviest(features, Arrays.copyOf(weights, size), most);
  }

  private static Vector heaviest(int[] features, float[] weights, int most) {
    var places = Heaviest.places(weights, most);
    var order = new long[places.length];
    for (int place = 0; place < order.length; place++) {
      order[place] = (long) features[places[place]] << 32 | places[place];
    }
    Arrays.sort(order);
    var kept = new int[order.length];
    var keptWeights = new float[order.length];
    for (int place = 0; place < order.length; place++) {
      kept[place] = (int) (order[place] >>> 32);
      keptWeights[place] = weights[(int) order[place]];
    }
    return new Vector(kept, keptWeights);
  }

  /// A vector and how much it holds the plane off.
  private static final class Example {

    private final int[] features;
    private final float[] weights;
    private final float side;
    private final double slack;
    private final double bend;
    private double alpha;

    Example(Vector vector, boolean own) {
      features = vector.features();
      weights = vector.weights();
      side = own ? 1 : -1;
      slack = 0.5 / (own ? COST * COST_OF_OWN : COST);
      double square = 0;
      for (float weight : weights) {
        square += weight * weight;
      }
      bend = slack + square;
    }

    /// How much better it would get by a greater alpha; below 0, better.
    double slope(float[] plane) {
      float product = 0;
      for (int place = 0; place < features.length; place++) {
        product += weights[place] * plane[features[place]];
      }
      return side * product - 1 + alpha * slack;
    }

    void move(double slope, float[] plane) {
      double before = alpha;
      alpha = Math.max(0, alpha - slope / bend);
      float step = (float) (alpha - before) * side;
      if (step != 0) {
        for (int place = 0; place < features.length; place++) {
          plane[features[place]] += step * weights[place];
        }
      }
    }
  }
}
