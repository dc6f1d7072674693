package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;

/// Two distributions of scores, of phrases whose row is known and of those whose row is not, in
/// bins that hold as many trials each.
final class Mixture {

  private static final int BINS = 12;
  private static final int ROUNDS = 200;

  private final double[] edges;
  private final double[] known = new double[BINS];
  private final double[] unknown = new double[BINS];

  Mixture(List<Trial> trials) {
    var ascending = trials.stream().mapToDouble(Trial::score).sorted().toArray();
    edges = new double[BINS - 1];
    for (int edge = 0; edge < edges.length; edge++) {
      edges[edge] = ascending[(edge + 1) * ascending.length / BINS];
    }
    Arrays.fill(known, 1);
    Arrays.fill(unknown, 1);
    trials.forEach(trial -> (trial.offTopic() ? unknown : known)[bin(trial.score())]++);
    normalise(known);
    normalise(unknown);
  }

  private static void normalise(double[] counts) {
    double sum = Arrays.stream(counts).sum();
    Arrays.setAll(counts, bin -> counts[bin] / sum);
  }

  private int bin(double score) {
    int bin = 0;
    while (bin < edges.length && score > edges[bin]) {
      bin++;
    }
    return bin;
  }

  /// The share of unknown rows under which the scores are likeliest.
  double share(List<Double> scores, double before) {
    var counts = new double[BINS];
    scores.forEach(score -> counts[bin(score)]++);
    double share = before;
    for (int round = 0; round < ROUNDS; round++) {
      double expected = 0;
      for (int bin = 0; bin < BINS; bin++) {
        double off = share * unknown[bin];
        expected += counts[bin] * off / (off + (1 - share) * known[bin]);
      }
      share = Math.clamp(expected / scores.size(), 0.01, 0.99);
    }
    return share;
  }
}
