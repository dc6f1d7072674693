package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// An inverted index in memory over the heaviest features of texts. A question is looked up by its
/// own heaviest features, the rarest first, until enough texts were seen: common features would
/// take the most time and tell the least.
final class FeatureIndex implements CandidateIndex {

  /// The features of a text that it can be found by.
  private static final int INDEXED = 48;

  /// The features of a question that are looked up.
  private static final int LOOKED_UP = 32;

  /// A feature that would bring the texts seen above this is left out, as are all commoner ones.
  private static final int MOST_SEEN = 6_000;

  /// So many texts are taken for each row wanted, for some rows have several.
  private static final int TEXTS_A_ROW = 2;

  /// Weights are kept in steps of this.
  private static final float STEP = 1 / 255f;

  private final List<Text> texts;

  /// By feature, where its holders begin; one more at the end.
  private final int[] starts;

  private final int[] holders;
  private final byte[] weights;

  private FeatureIndex(List<Text> texts, int[][] heaviest) {
    this.texts = texts;
    starts = new int[2 + features(texts)];
    for (int text = 0; text < heaviest.length; text++) {
      var features = texts.get(text).vector().features();
      for (int place : heaviest[text]) {
        starts[features[place] + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    holders = new int[starts[starts.length - 1]];
    weights = new byte[holders.length];
    fill(heaviest);
    for (int feature = 0; feature < starts.length - 1; feature++) {
      if (holders(feature) > MOST_SEEN) {
        sortHeaviestFirst(starts[feature], starts[feature + 1]);
      }
    }
  }

  private static int features(List<Text> texts) {
    int most = 0;
    for (var text : texts) {
      var features = text.vector().features();
      most = features.length == 0 ? most : Math.max(most, features[features.length - 1]);
    }
    return most;
  }

  private void fill(int[][] heaviest) {
    var next = starts.clone();
    for (int text = 0; text < heaviest.length; text++) {
      var features = texts.get(text).vector().features();
      var given = texts.get(text).vector().weights();
      for (int place : heaviest[text]) {
        int at = next[features[place]]++;
        holders[at] = text;
        weights[at] = (byte) Math.min(255, Math.round(given[place] / STEP));
      }
    }
  }

  /// Of a feature that too many hold, only the first are ever seen.
  private void sortHeaviestFirst(int from, int to) {
    var keys = new long[to - from];
    for (int place = 0; place < keys.length; place++) {
      keys[place] = Heaviest.key(weights[from + place] & 0xFF, holders[from + place]);
    }
    Arrays.sort(keys);
    for (int place = 0; place < keys.length; place++) {
      long key = keys[keys.length - 1 - place];
      holders[from + place] = Heaviest.number(key);
      weights[from + place] = (byte) Heaviest.weight(key);
    }
  }

  /// Indexes texts.
  static FeatureIndex over(List<Text> texts) {
    var heaviest =
        texts.parallelStream()
            .map(text -> Heaviest.places(text.vector().weights(), INDEXED))
            .toArray(int[][]::new);
    return new FeatureIndex(List.copyOf(texts), heaviest);
  }

  @Override
  public FeatureIndex with(Collection<Integer> gone, List<Text> come) {
    var left = Set.copyOf(gone);
    var changed = new ArrayList<Text>(texts.size() + come.size());
    texts.stream().filter(text -> !left.contains(text.row())).forEach(changed::add);
    changed.addAll(come);
    return over(changed);
  }

  @Override
  public List<Integer> near(Vector question, int most) {
    var seen = seen(question);
    int count = Heaviest.toFront(seen.keys, seen.size, most * TEXTS_A_ROW);
    Arrays.sort(seen.keys, 0, count);
    var rows = new LinkedHashSet<Integer>();
    for (int place = count - 1; place >= 0 && rows.size() < most; place--) {
      rows.add(texts.get(Heaviest.number(seen.keys[place])).row());
    }
    return List.copyOf(rows);
  }

  /// What texts share with the question. A rare feature counts for more than in a scorer: what is
  /// put the same way as the question must not crowd out what is about the same.
  private Seen seen(Vector question) {
    var features = question.features();
    var counted = counted(features, question.weights());
    var sums = new Sums(Math.min(MOST_SEEN, texts.size()));
    for (int place : lookedUp(features, counted)) {
      int from = starts[features[place]];
      int to = from + Math.min(MOST_SEEN, holders(features[place]));
      for (int at = from; at < to; at++) {
        sums.add(holders[at], counted[place] * STEP * (weights[at] & 0xFF));
      }
    }
    return sums.seen();
  }

  private float[] counted(int[] features, float[] weights) {
    var counted = new float[features.length];
    for (int place = 0; place < counted.length; place++) {
      int held = holders(features[place]);
      counted[place] = held == 0 ? 0 : weights[place] * (float) rarity(held);
    }
    return counted;
  }

  /// On top of the rarity that is in the weights already.
  private double rarity(int held) {
    return Math.sqrt(Math.log1p((double) texts.size() / held));
  }

  /// The places of the features that count most and some text has, the rarest first, as far as
  /// their holders are few enough.
  private List<Integer> lookedUp(int[] features, float[] counted) {
    var places =
        IntStream.of(Heaviest.places(counted, LOOKED_UP))
            .filter(place -> counted[place] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(place -> holders(features[place])))
            .toList();
    int seen = 0;
    for (int looked = 0; looked < places.size(); looked++) {
      seen += holders(features[places.get(looked)]);
      if (looked > 0 && seen > MOST_SEEN) {
        return places.subList(0, looked);
      }
    }
    return places;
  }

  private int holders(int feature) {
    return feature + 1 < starts.length ? starts[feature + 1] - starts[feature] : 0;
  }

  @Override
  public void close() {
    // Nothing but memory.
  }

  /// Keys of texts by what they share with a question.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Seen(long[] keys, int size) {}

  /// Sums by text, for as many texts as are seen and not for all: a table that is twice too large.
  private static final class Sums {

    private final int mask;

    /// A text's number and 1; 0 where there is none.
    private final int[] texts;

    private final float[] sums;

    /// The places that are taken, in no order.
    private final int[] used;

    private int size;

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

    Seen seen() {
      var keys = new long[size];
      for (int next = 0; next < size; next++) {
        keys[next] = Heaviest.key(sums[used[next]], texts[used[next]] - 1);
      }
      return new Seen(keys, size);
    }
  }
}
