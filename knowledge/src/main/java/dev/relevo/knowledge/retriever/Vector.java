package dev.relevo.knowledge.retriever;

/// A text in terms of known features: their numbers, ascending, and weights; and, with a dense
/// tier, its meaning. What is not known is only felt in the length, which is 1 when everything is
/// known and less otherwise.
///
/// Where there are very many, a vector may be kept [#compact()]: its weights in 127 steps on either
/// side of 0, so that each takes a byte.
public final class Vector {

  private static final float[] NONE = {};
  private static final byte[] NO_STEPS = {};
  private static final int STEPS = 127;

  private final int[] features;

  /// None when it is compact.
  private final float[] weights;

  private final byte[] steps;
  private final float step;
  private final float[] meaning;
  private final float share;

  /// @param meaning of length 1, or empty
  /// @param share of the meaning in the whole
  Vector(int[] features, float[] weights, float[] meaning, double share) {
    this(features, weights, NO_STEPS, 0, meaning, (float) share);
  }

  private Vector(
      int[] features, float[] weights, byte[] steps, float step, float[] meaning, float share) {
    this.features = features;
    this.weights = weights;
    this.steps = steps;
    this.step = step;
    this.meaning = meaning;
    this.share = share;
  }

  /// A vector of features only, compact.
  Vector(int[] features, byte[] steps, float step) {
    this(features, NONE, steps, step, NONE, 0);
  }

  /// The same, kept in less memory and nearly as exact.
  Vector compact() {
    float heaviest = 0;
    for (float weight : weights) {
      heaviest = Math.max(heaviest, Math.abs(weight));
    }
    if (heaviest == 0) {
      return this;
    }
    float width = heaviest / STEPS;
    var rounded = new byte[weights.length];
    for (int place = 0; place < rounded.length; place++) {
      rounded[place] = (byte) Math.round(weights[place] / width);
    }
    return new Vector(features, NONE, rounded, width, meaning, share);
  }

  /// The weights of a compact one, in steps.
  byte[] steps() {
    return steps;
  }

  /// What a step weighs.
  float step() {
    return step;
  }

  /// A vector of features only.
  Vector(int[] features, float[] weights) {
    this(features, weights, NONE, 0);
  }

  /// The features' numbers, ascending; shared for speed, not to be changed by readers.
  public int[] features() {
    return features;
  }

  /// The features' weights, in the same order; shared likewise. Those of a compact vector are made
  /// for whoever asks.
  public float[] weights() {
    if (steps.length == 0) {
      return weights;
    }
    var made = new float[steps.length];
    for (int place = 0; place < made.length; place++) {
      made[place] = step * steps[place];
    }
    return made;
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

  /// The product of two dense vectors; 0 when one of them is missing.
  static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int index = 0; index < Math.min(one.length, other.length); index++) {
      sum += one[index] * other[index];
    }
    return sum;
  }
}
