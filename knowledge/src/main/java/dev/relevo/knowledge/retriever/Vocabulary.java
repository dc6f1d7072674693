package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;

/// The features that a matrix's texts are made of, and how many texts hold each. A feature keeps
/// its number when texts come and go.
final class Vocabulary {

  private final int texts;

  /// Ascending; at the same place in `numbers` stands the feature's number.
  private final int[] hashes;

  private final int[] numbers;

  /// By number.
  private final int[] holders;

  /// By the leading bits of a hash, where the hashes with them begin; one more at the end. Hashes
  /// lie as evenly as chance, so that few share theirs.
  private final int[] starts;

  /// So many bits do not lead.
  private final int shift;

  Vocabulary(int texts, int[] hashes, int[] numbers, int[] holders) {
    this.texts = texts;
    this.hashes = hashes;
    this.numbers = numbers;
    this.holders = holders;
    int leading = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(hashes.length), 1, 24);
    shift = Integer.SIZE - leading;
    starts = new int[(1 << leading) + 1];
    for (int hash : hashes) {
      starts[leading(hash) + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
  }

  /// Ascending as hashes are, from 0 on.
  private int leading(int hash) {
    return (hash ^ Integer.MIN_VALUE) >>> shift;
  }

  /// Counts texts by the hashes of their features, each once.
  static Vocabulary of(List<int[]> texts) {
    var all = texts.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    var hashes = new int[all.length];
    var holders = new int[all.length];
    int size = 0;
    for (int place = 0; place < all.length; place++) {
      if (place > 0 && all[place] == all[place - 1]) {
        holders[size - 1]++;
      } else {
        hashes[size] = all[place];
        holders[size++] = 1;
      }
    }
    return new Vocabulary(
        texts.size(), Arrays.copyOf(hashes, size), upTo(size), Arrays.copyOf(holders, size));
  }

  private static int[] upTo(int size) {
    var numbers = new int[size];
    Arrays.setAll(numbers, place -> place);
    return numbers;
  }

  /// The same with some texts less and some more.
  Vocabulary with(List<int[]> gone, List<int[]> come) {
    var fresh =
        come.stream()
            .flatMapToInt(Arrays::stream)
            .filter(hash -> number(hash) < 0)
            .sorted()
            .distinct()
            .toArray();
    var grown = grown(fresh, texts - gone.size() + come.size());
    for (var text : gone) {
      Arrays.stream(text).forEach(hash -> grown.holders[grown.number(hash)]--);
    }
    for (var text : come) {
      Arrays.stream(text).forEach(hash -> grown.holders[grown.number(hash)]++);
    }
    return grown;
  }

  private Vocabulary grown(int[] fresh, int newTexts) {
    var newHashes = new int[hashes.length + fresh.length];
    var newNumbers = new int[newHashes.length];
    int old = 0;
    int added = 0;
    for (int place = 0; place < newHashes.length; place++) {
      boolean next = added < fresh.length && (old == hashes.length || fresh[added] < hashes[old]);
      newNumbers[place] = next ? holders.length + added : numbers[old];
      newHashes[place] = next ? fresh[added++] : hashes[old++];
    }
    return new Vocabulary(
        newTexts, newHashes, newNumbers, Arrays.copyOf(holders, newHashes.length));
  }

  int size() {
    return hashes.length;
  }

  int texts() {
    return texts;
  }

  int[] hashes() {
    return hashes;
  }

  int[] numbers() {
    return numbers;
  }

  int[] holders() {
    return holders;
  }

  /// A feature's number, or -1.
  int number(int hash) {
    int leading = leading(hash);
    int place = Arrays.binarySearch(hashes, starts[leading], starts[leading + 1], hash);
    return place < 0 ? -1 : numbers[place];
  }

  /// How many texts hold the feature of that number; none for -1.
  int holders(int number) {
    return number < 0 ? 0 : holders[number];
  }
}
