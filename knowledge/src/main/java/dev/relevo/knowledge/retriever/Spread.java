package dev.relevo.knowledge.retriever;

import java.util.Arrays;

/// A vector laid out for products with many others: the weight of any feature is found without a
/// decision, for a processor would guess every fifth one wrong. Each feature lies at one of two
/// places (cuckoo hashing), and both are looked at.
final class Spread {

  /// So many places for each feature on either side, so that nearly all find theirs at once.
  private static final int ROOM = 4;

  /// Features that gave way to one another so often lie too close: they need more room.
  private static final int MOST_MOVES = 32;

  /// No feature, which weighs nothing.
  private static final long EMPTY = -1L << Integer.SIZE;

  /// The golden ratio in 32 bits, which scatters numbers that lie side by side.
  private static final int SCATTER = 0x9E37_79B9;

  private final Vector vector;

  /// A feature's number above the bits of its weight: by the number's last bits, ...
  private long[] near = {};

  /// ... or by its scattered ones.
  private long[] far = {};

  private int shift;

  Spread(Vector vector) {
    this.vector = vector;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(vector.features().length * ROOM);
    do {
      make(Math.max(1, bits++));
    } while (!filled());
  }

  private void make(int bits) {
    shift = Integer.SIZE - bits;
    near = new long[1 << bits];
    far = new long[1 << bits];
    Arrays.fill(near, EMPTY);
    Arrays.fill(far, EMPTY);
  }

  private boolean filled() {
    var features = vector.features();
    var weights = vector.weights();
    for (int one = 0; one < features.length; one++) {
      int weight = Float.floatToRawIntBits(weights[one]);
      if (!placed((long) features[one] << Integer.SIZE | Integer.toUnsignedLong(weight))) {
        return false;
      }
    }
    return true;
  }

  /// Puts a feature at its near place; whichever lay there gives way to its far one, and so on.
  private boolean placed(long feature) {
    long homeless = feature;
    for (int moves = 0; moves < MOST_MOVES && homeless != EMPTY; moves++) {
      var side = moves % 2 == 0 ? near : far;
      int number = (int) (homeless >>> Integer.SIZE);
      int place = moves % 2 == 0 ? nearPlace(number) : farPlace(number);
      long gaveWay = side[place];
      side[place] = homeless;
      homeless = gaveWay;
    }
    return homeless == EMPTY;
  }

  private int nearPlace(int feature) {
    return feature & (near.length - 1);
  }

  private int farPlace(int feature) {
    return (feature * SCATTER) >>> shift;
  }

  private float weight(int feature) {
    return Float.intBitsToFloat(
        bits(near[nearPlace(feature)], feature) | bits(far[farPlace(feature)], feature));
  }

  /// The bits of the weight that lies there if it is that feature's, else none: of numbers, which
  /// are not negative, only equal ones differ in less than 1. An empty place has no bits.
  private static int bits(long found, int feature) {
    int differ = (int) (found >>> Integer.SIZE) ^ feature;
    return (int) found & ((differ - 1) >> (Integer.SIZE - 1));
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
