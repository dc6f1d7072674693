package dev.relevo.knowledge.gap;

/// Whether an answer was given with a good conscience.
final class Sureness {

  /// The part of the way from the threshold to certainty that still counts as unsure.
  private static final double NEAR = 0.1;

  private Sureness() {}

  static boolean isNear(double score, double threshold) {
    return score < threshold + (1 - threshold) * NEAR;
  }
}
