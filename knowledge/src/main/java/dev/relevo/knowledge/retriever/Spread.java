package dev.relevo.knowledge.retriever;

import java.util.Arrays;

/// A vector laid out for products with many others: the weight of any feature is found at once.
/// Going through two vectors side by side instead, a processor guesses wrong at every other step.
final class Spread {

  /// So many places for each feature, so that most features of others meet an empty one.
  private static final int ROOM = 8;

  /// No feature, which weighs nothing.
  private static final long EMPTY = -1L << Integer.SIZE;

  private final Vector vector;
  private final int mask;

  /// A feature's number above the bits of its weight.
  private final long[] places;

  Spread(Vector vector) {
    this.vector = vector;
    var features = vector.features();
    var weights = vector.weights();
    mask = Integer.highestOneBit(Math.max(1, features.length)) * ROOM - 1;
    places = new long[mask + 1];
    Arrays.fill(places, EMPTY);
    for (int one = 0; one < features.length; one++) {
      int place = features[one] & mask;
      while (places[place] != EMPTY) {
        place = (place + 1) & mask;
      }
      places[place] =
          (long) features[one] << Integer.SIZE
              | Integer.toUnsignedLong(Float.floatToRawIntBits(weights[one]));
    }
  }

  /// What a feature weighs. Numbers follow hashes and lie as well as chance.
  private float weight(int feature) {
    int place = feature & mask;
    long found = places[place];
    while ((int) (found >>> Integer.SIZE) != feature && found != EMPTY) {
      place = (place + 1) & mask;
      found = places[place];
    }
    return Float.intBitsToFloat((int) found);
  }

  /// The cosine, as far as both are known.
  float dot(Vector other) {
    float sum = 0;
    var features = other.features();
    var steps = other.steps();
    if (steps.length > 0) {
      for (int one = 0; one < features.length; one++) {
        sum += weight(features[one]) * steps[one];
      }
      sum *= other.step();
    } else {
      var weights = other.weights();
      for (int one = 0; one < features.length; one++) {
        sum += weight(features[one]) * weights[one];
      }
    }
    return sum + vector.alike(other);
  }
}
