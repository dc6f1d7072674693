package dev.relevo.knowledge.lucene;

/// A text in terms of known features: their numbers and weights. What is not known is only felt in
/// the length, which is 1 when everything is known and less otherwise.
record SparseVector(int[] features, float[] weights) {

  /// The square of its length.
  double square() {
    double square = 0;
    for (float weight : weights) {
      square += (double) weight * weight;
    }
    return square;
  }
}
