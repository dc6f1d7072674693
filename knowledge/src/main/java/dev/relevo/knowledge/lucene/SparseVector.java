package dev.relevo.knowledge.lucene;

/// A text in terms of known features: their numbers and weights. What is not known is only felt in
/// the length, which is 1 when everything is known and less otherwise.
final class SparseVector {

  private final int[] features;
  private final float[] weights;

  SparseVector(int[] features, float[] weights) {
    this.features = features;
    this.weights = weights;
  }

  /// The features' numbers; shared for speed, not to be changed by readers.
  int[] features() {
    return features;
  }

  /// The features' weights, in the same order; shared likewise.
  float[] weights() {
    return weights;
  }

  /// The square of its length.
  double square() {
    double square = 0;
    for (float weight : weights) {
      square += (double) weight * weight;
    }
    return square;
  }
}
