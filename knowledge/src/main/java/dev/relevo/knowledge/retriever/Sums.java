package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.BitSet;

/// Sums by text, for as many texts as are seen and not for all: a table that is at most half full.
final class Sums {

  private final int mask;

  /// A text's number and 1; 0 where there is none.
  private final int[] texts;

  private final float[] sums;

  /// The places that are taken, in no order.
  private final int[] used;

  private int size;

  /// @param most different texts
  Sums(int most) {
    mask = (Integer.highestOneBit(Math.max(1, most)) << 2) - 1;
    texts = new int[mask + 1];
    sums = new float[mask + 1];
    used = new int[Math.max(1, most)];
  }

  void add(int text, float weight) {
    int place = ((text * 0x9E3779B1) >>> 7) & mask;
    while (texts[place] != 0 && texts[place] != text + 1) {
      place = (place + 1) & mask;
    }
    if (texts[place] == 0) {
      texts[place] = text + 1;
      used[size++] = place;
    }
    sums[place] += weight;
  }

  /// Every text with its sum, in no order.
  void forEach(Taker taker) {
    for (int next = 0; next < size; next++) {
      taker.take(texts[used[next]] - 1, sums[used[next]]);
    }
  }

  /// Takes a text's number and its sum.
  interface Taker {
    void take(int text, float sum);
  }

  /// The texts of the greatest sums, the greatest first.
  int[] greatest(int most, BitSet leftOut) {
    var keys = new long[size];
    int kept = 0;
    for (int next = 0; next < size; next++) {
      int text = texts[used[next]] - 1;
      if (!leftOut.get(text)) {
        keys[kept++] = Heaviest.key(sums[used[next]], text);
      }
    }
    int count = Heaviest.toFront(keys, kept, most);
    Arrays.sort(keys, 0, count);
    var greatest = new int[count];
    for (int place = 0; place < count; place++) {
      greatest[place] = Heaviest.number(keys[count - 1 - place]);
    }
    return greatest;
  }
}
