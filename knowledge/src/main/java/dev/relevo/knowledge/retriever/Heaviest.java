package dev.relevo.knowledge.retriever;

import java.util.Arrays;

/// The heaviest of many weights, without sorting the others.
final class Heaviest {

  private static final long LOW = 0xFFFF_FFFFL;

  private Heaviest() {}

  /// The places of the weights that are farthest from 0, ascending; of equal ones the first.
  static int[] places(float[] weights, int most) {
    var keys = new long[weights.length];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = key(Math.abs(weights[place]), place);
    }
    int size = toFront(keys, keys.length, most);
    var places = new int[size];
    for (int one = 0; one < size; one++) {
      places[one] = number(keys[one]);
    }
    Arrays.sort(places);
    return places;
  }

  /// A weight of 0 or more with a number: greater keys are of greater weights, then of lesser
  /// numbers.
  static long key(float weight, int number) {
    return ((long) Float.floatToRawIntBits(weight) << 32) | (LOW - number);
  }

  /// The number in a key.
  static int number(long key) {
    return (int) (LOW - (key & LOW));
  }

  /// The weight in a key.
  static float weight(long key) {
    return Float.intBitsToFloat((int) (key >>> 32));
  }

  /// Brings the greatest keys to the front, in no order (Hoare's selection).
  ///
  /// @param size how many keys there are
  /// @return how many are at the front: `most`, or all where there are fewer
  static int toFront(long[] keys, int size, int most) {
    int from = 0;
    int to = size - 1;
    while (most < size && from < to) {
      long pivot = middle(keys[from], keys[(from + to) >>> 1], keys[to]);
      int left = from;
      int right = to;
      while (left <= right) {
        while (keys[left] > pivot) {
          left++;
        }
        while (keys[right] < pivot) {
          right--;
        }
        if (left <= right) {
          long swapped = keys[left];
          keys[left++] = keys[right];
          keys[right--] = swapped;
        }
      }
      if (most - 1 <= right) {
        to = right;
      } else if (most - 1 >= left) {
        from = left;
      } else {
        break;
      }
    }
    return Math.min(size, most);
  }

  private static long middle(long one, long two, long three) {
    return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
  }
}
