package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;

/// By feature, the texts that have it among their heaviest, and what it weighs in them. Texts are
/// numbered as they come.
final class Holders {

  /// The features of a text that it can be found by.
  private static final int INDEXED = 48;

  /// Weights are kept in steps of this.
  private static final float STEP = 1 / 255f;

  /// Of a feature that more texts hold, those in which it weighs most come first.
  private final int many;

  /// By feature, where its holders begin; one more at the end.
  private final int[] starts;

  private final int[] texts;
  private final byte[] weights;

  /// @param many texts that hold the same feature: no more of them are ever asked for
  Holders(List<Vector> vectors, int many) {
    this.many = many;
    var heaviest =
        vectors.parallelStream()
            .map(vector -> Heaviest.places(vector.weights(), INDEXED))
            .toArray(int[][]::new);
    starts = new int[2 + features(vectors)];
    for (int text = 0; text < heaviest.length; text++) {
      var features = vectors.get(text).features();
      for (int place : heaviest[text]) {
        starts[features[place] + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    texts = new int[starts[starts.length - 1]];
    weights = new byte[texts.length];
    fill(vectors, heaviest);
    for (int feature = 0; feature < starts.length - 1; feature++) {
      if (count(feature) > many) {
        sortHeaviestFirst(starts[feature], starts[feature + 1]);
      }
    }
  }

  private static int features(List<Vector> vectors) {
    int most = 0;
    for (var vector : vectors) {
      var features = vector.features();
      most = features.length == 0 ? most : Math.max(most, features[features.length - 1]);
    }
    return most;
  }

  private void fill(List<Vector> vectors, int[][] heaviest) {
    var next = starts.clone();
    for (int text = 0; text < heaviest.length; text++) {
      var features = vectors.get(text).features();
      var given = vectors.get(text).weights();
      for (int place : heaviest[text]) {
        int at = next[features[place]]++;
        texts[at] = text;
        weights[at] = (byte) Math.min(255, Math.round(given[place] / STEP));
      }
    }
  }

  private void sortHeaviestFirst(int from, int to) {
    var keys = new long[to - from];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = Heaviest.key(weights[from + place] & 0xFF, texts[from + place]);
    }
    Arrays.sort(keys);
    for (int place = 0; place < keys.length; place++) {
      long key = keys[keys.length - 1 - place];
      texts[from + place] = Heaviest.number(key);
      weights[from + place] = (byte) Heaviest.weight(key);
    }
  }

  /// How many texts hold the feature.
  int count(int feature) {
    return feature + 1 < starts.length ? starts[feature + 1] - starts[feature] : 0;
  }

  /// Adds to each holder's sum what the feature brings.
  ///
  /// @param weight of the feature in the question
  /// @param first the number under which the first text is summed up
  void add(int feature, float weight, int first, Sums sums) {
    int count = Math.min(many, count(feature));
    for (int at = count == 0 ? 0 : starts[feature], left = count; left > 0; at++, left--) {
      sums.add(first + texts[at], weight * STEP * (weights[at] & 0xFF));
    }
  }
}
