package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Texts as vectors of a vocabulary, each feature weighted by its rarity: stems and pairs of stems
/// on one side, pieces of words on the other; either side makes half of a vector. With a dense tier
/// the features are one half of the whole, the meaning the other.
final class Features {

  private final Vocabulary vocabulary;
  private final List<Locale> languages;
  private final Preset preset;

  Features(Vocabulary vocabulary, List<Locale> languages, Preset preset) {
    this.vocabulary = vocabulary;
    this.languages = List.copyOf(languages);
    this.preset = preset;
  }

  /// The same over another vocabulary, with some languages more.
  Features over(Vocabulary other, List<Locale> more) {
    var all = Stream.concat(languages.stream(), more.stream()).distinct().toList();
    return new Features(other, all, preset);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  List<Locale> languages() {
    return languages;
  }

  /// Folded words as a vector, in the given language if the matrix speaks it, else in the one of
  /// which most is known.
  ///
  /// @param meaning of length 1, or empty
  Vector vector(List<String> words, Optional<Locale> language, float[] meaning) {
    var spoken =
        languages.stream()
            .filter(one -> language.filter(other -> speaks(one, other)).isPresent())
            .toList();
    var best = Side.EMPTY;
    var pieces = Side.EMPTY;
    for (var one : spoken.isEmpty() ? languages : spoken) {
      var grams = Grams.of(words, one);
      var side = new Side();
      side.add(vocabulary, grams.stems(), 1);
      side.add(vocabulary, grams.pairs(), preset.pairs());
      if (best == Side.EMPTY || side.knownShare() > best.knownShare()) {
        best = side;
      }
      if (pieces == Side.EMPTY) {
        pieces = new Side();
        pieces.add(vocabulary, grams.pieces(), 1);
      }
    }
    boolean dense = meaning.length > 0 && preset.meaning() > 0;
    double share = dense ? preset.meaning() : 0;
    return Side.join(best, pieces, share, dense ? meaning : Meanings.NONE);
  }

  private static boolean speaks(Locale one, Locale other) {
    return one.getLanguage().equals(other.getLanguage());
  }

  /// Half of a vector before it is brought to length.
  private static final class Side {

    static final Side EMPTY = new Side();

    private int[] numbers = {};
    private double[] weights = {};
    private int size;
    private double known;
    private double whole;

    void add(Vocabulary vocabulary, int[] hashes, double factor) {
      var sorted = hashes.clone();
      Arrays.sort(sorted);
      numbers = Arrays.copyOf(numbers, size + sorted.length);
      weights = Arrays.copyOf(weights, size + sorted.length);
      for (int from = 0, to; from < sorted.length; from = to) {
        to = from;
        while (to < sorted.length && sorted[to] == sorted[from]) {
          to++;
        }
        int number = vocabulary.number(sorted[from]);
        double weight = factor * (1 + Math.log(to - from)) * rarity(vocabulary, number);
        whole += weight * weight;
        if (number >= 0) {
          known += weight * weight;
          numbers[size] = number;
          weights[size++] = weight;
        }
      }
    }

    /// The root of the inverse document frequency: its full power overrates what one phrase has.
    private static double rarity(Vocabulary vocabulary, int number) {
      double holders = 1.0 + vocabulary.holders(number);
      return Math.sqrt(1 + Math.log((1 + vocabulary.texts()) / holders));
    }

    double knownShare() {
      return whole == 0 ? 0 : known / whole;
    }

    static Vector join(Side one, Side other, double dense, float[] meaning) {
      double share = (1 - dense) / 2;
      var order = new long[one.size + other.size];
      one.pack(order, 0, share);
      other.pack(order, one.size, share);
      Arrays.sort(order);
      var features = new int[order.length];
      var weights = new float[order.length];
      int size = 0;
      for (long packed : order) {
        int feature = (int) (packed >>> 32);
        size -= size > 0 && features[size - 1] == feature ? 1 : 0;
        features[size] = feature;
        weights[size++] += Float.intBitsToFloat((int) packed);
      }
      return new Vector(
          Arrays.copyOf(features, size), Arrays.copyOf(weights, size), meaning, dense);
    }

    private void pack(long[] order, int from, double share) {
      for (int place = 0; place < size; place++) {
        float weight = (float) (Math.sqrt(share / whole) * weights[place]);
        order[from + place] =
            ((long) numbers[place] << 32) | Integer.toUnsignedLong(Float.floatToRawIntBits(weight));
      }
    }
  }
}
