package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What is compared of a text, as hashes of 32 bits: stems, every stem with the one before it, and
/// pieces of words, which survive a typo. Among half a million features some thirty share a hash.
///
/// @param stems of the words
/// @param pairs of neighbouring stems; the first one's neighbour is the beginning
/// @param pieces of two to four characters, word ends marked
@SuppressWarnings("ArrayRecordComponent") // never compared
record Grams(int[] stems, int[] pairs, int[] pieces) {

  private static final int SHORTEST = 2;

  /// In long texts, pieces of two are in all of them.
  private static final int SHORTEST_IN_LONG = 3;

  private static final int LONGEST = 4;

  /// Words are cut here, so that nobody can keep a thread busy with one word.
  private static final int LONGEST_WORD = 40;

  private static final int STEM = 0x2545F491;
  private static final int PAIR = 0x4F6CDD1D;
  private static final int PIECE = 0x1B873593;

  /// The features of folded words in a language.
  static Grams of(List<String> words, Locale language) {
    var cut = words.stream().map(Grams::cut).toList();
    var stems = stems(cut, language);
    var pairs = new int[stems.length];
    int before = PAIR;
    for (int place = 0; place < stems.length; place++) {
      pairs[place] = mixed(before * 31 + stems[place]);
      before = stems[place] ^ PAIR;
    }
    return new Grams(stems, pairs, pieces(cut, SHORTEST));
  }

  /// The features of a long text: no pairs, no pieces of two.
  static Grams ofLong(List<String> words, Locale language) {
    var cut = words.stream().map(Grams::cut).toList();
    return new Grams(stems(cut, language), new int[0], pieces(cut, SHORTEST_IN_LONG));
  }

  private static int[] stems(List<String> words, Locale language) {
    return Stems.of(words, language).stream().mapToInt(stem -> hash(STEM, stem)).toArray();
  }

  private static String cut(String word) {
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }

  private static int[] pieces(List<String> words, int shortest) {
    int count = 0;
    for (var word : words) {
      for (int size = shortest; size <= LONGEST; size++) {
        count += Math.max(0, word.length() + 3 - size);
      }
    }
    var pieces = new int[count];
    int place = 0;
    for (var word : words) {
      var marked = "_" + word + "_";
      for (int start = 0; start < marked.length(); start++) {
        int hash = PIECE;
        for (int end = start; end < Math.min(marked.length(), start + LONGEST); end++) {
          hash = hash * 31 + marked.charAt(end);
          if (end - start + 1 >= shortest) {
            pieces[place++] = mixed(hash);
          }
        }
      }
    }
    return pieces;
  }

  private static int hash(int seed, String text) {
    int hash = seed;
    for (int index = 0; index < text.length(); index++) {
      hash = hash * 31 + text.charAt(index);
    }
    return mixed(hash);
  }

  /// Spreads the bits (the finish of MurmurHash3).
  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  /// Every feature once, ascending.
  int[] distinct() {
    var all = new int[stems.length + pairs.length + pieces.length];
    System.arraycopy(stems, 0, all, 0, stems.length);
    System.arraycopy(pairs, 0, all, stems.length, pairs.length);
    System.arraycopy(pieces, 0, all, stems.length + pairs.length, pieces.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }
}
