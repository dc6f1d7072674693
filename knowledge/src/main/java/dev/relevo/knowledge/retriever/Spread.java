package dev.relevo.knowledge.retriever;

/// A vector laid out for products with many others: the weight of any feature is found at once.
/// Going through two vectors side by side instead, a processor guesses wrong at every other step.
final class Spread {

  /// So many places for each feature, so that most features of others meet an empty one.
  private static final int ROOM = 4;

  private final Vector vector;
  private final int mask;

  /// A feature's number and 1; 0 where there is none.
  private final int[] features;

  private final float[] weights;

  Spread(Vector vector) {
    this.vector = vector;
    var numbers = vector.features();
    mask = Integer.highestOneBit(Math.max(1, numbers.length)) * ROOM - 1;
    features = new int[mask + 1];
    weights = new float[mask + 1];
    var own = vector.weights();
    for (int one = 0; one < numbers.length; one++) {
      int place = place(numbers[one]);
      features[place] = numbers[one] + 1;
      weights[place] = own[one];
    }
  }

  /// Where the feature is, or would be. Numbers follow hashes and lie as well as chance.
  private int place(int feature) {
    int place = feature & mask;
    while (features[place] != 0 && features[place] != feature + 1) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /// The cosine, as far as both are known.
  float dot(Vector other) {
    float sum = 0;
    var numbers = other.features();
    var steps = other.steps();
    if (steps.length > 0) {
      for (int one = 0; one < numbers.length; one++) {
        sum += weights[place(numbers[one])] * steps[one];
      }
      sum *= other.step();
    } else {
      var given = other.weights();
      for (int one = 0; one < numbers.length; one++) {
        sum += weights[place(numbers[one])] * given[one];
      }
    }
    return sum + vector.alike(other);
  }
}
