package dev.relevo.knowledge.retriever;

/// A text in terms of known features: their numbers, ascending, and weights; and, with a dense
/// tier, its meaning. What is not known is only felt in the length, which is 1 when everything is
/// known and less otherwise.
public final class Vector {

  private static final float[] NONE = {};

  private final int[] features;
  private final float[] weights;
  private final float[] meaning;
  private final float share;

  /// @param meaning of length 1, or empty
  /// @param share of the meaning in the whole
  Vector(int[] features, float[] weights, float[] meaning, double share) {
    this.features = features;
    this.weights = weights;
    this.meaning = meaning;
    this.share = (float) share;
  }

  /// A vector of features only.
  Vector(int[] features, float[] weights) {
    this(features, weights, NONE, 0);
  }

  /// The features' numbers, ascending; shared for speed, not to be changed by readers.
  public int[] features() {
    return features;
  }

  /// The features' weights, in the same order; shared likewise.
  public float[] weights() {
    return weights;
  }

  /// The dense part, of length 1, or nothing without a dense tier; shared likewise.
  public float[] meaning() {
    return meaning;
  }

  /// What a meaning weighs in a machine.
  float meaningWeight() {
    return (float) Math.sqrt(share);
  }

  /// What the meanings add to the cosine.
  float alike(Vector other) {
    return share * dot(meaning, other.meaning);
  }

  boolean isEmpty() {
    return features.length == 0 && meaning.length == 0;
  }

  /// The cosine, as far as both are known.
  float dot(Vector other) {
    return dot(features, weights, other.features, other.weights) + alike(other);
  }

  /// The product of two sparse vectors whose numbers ascend.
  static float dot(int[] features, float[] weights, int[] others, float[] otherWeights) {
    float sum = 0;
    int other = 0;
    for (int one = 0; one < features.length; one++) {
      while (other < others.length && others[other] < features[one]) {
        other++;
      }
      if (other < others.length && others[other] == features[one]) {
        sum += weights[one] * otherWeights[other];
      }
    }
    return sum;
  }

  /// The product of two dense vectors; 0 when one of them is missing.
  static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int index = 0; index < Math.min(one.length, other.length); index++) {
      sum += one[index] * other[index];
    }
    return sum;
  }
}
