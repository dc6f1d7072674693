package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// An inverted index in memory over the heaviest features of texts. A question is looked up by its
/// own heaviest features, the rarest first, until enough texts were seen: common features would
/// take the most time and tell the least.
///
/// What changes is indexed beside the rest, until it is too much and all is indexed anew.
final class FeatureIndex implements CandidateIndex {

  /// The features of a question that are looked up.
  private static final int LOOKED_UP = 32;

  /// A feature that would bring the texts seen above this is left out, as are all commoner ones.
  private static final int MOST_SEEN = 6_000;

  /// So many texts are taken for each row wanted, for some rows have several.
  private static final int TEXTS_A_ROW = 2;

  /// When more than one text of so many has changed, all are indexed anew.
  private static final int FEW_CHANGED = 20;

  private final List<Text> old;
  private final Holders ofOld;

  /// Places among the old ones whose texts are there no more.
  private final BitSet gone;

  /// Texts that came since; their numbers begin after the old ones'.
  private final List<Text> fresh;

  private final Holders ofFresh;

  private FeatureIndex(List<Text> old, Holders ofOld, BitSet gone, List<Text> fresh) {
    this.old = old;
    this.ofOld = ofOld;
    this.gone = gone;
    this.fresh = fresh;
    this.ofFresh = holders(fresh);
  }

  private static Holders holders(List<Text> texts) {
    return new Holders(texts.stream().map(Text::vector).toList(), MOST_SEEN);
  }

  /// Indexes texts.
  static FeatureIndex over(List<Text> texts) {
    var all = List.copyOf(texts);
    return new FeatureIndex(all, holders(all), new BitSet(), List.of());
  }

  @Override
  public FeatureIndex with(Collection<Integer> less, List<Text> come) {
    var left = Set.copyOf(less);
    var forgotten = (BitSet) gone.clone();
    for (int place = 0; place < old.size(); place++) {
      if (left.contains(old.get(place).row())) {
        forgotten.set(place);
      }
    }
    var added = new ArrayList<Text>(fresh);
    added.removeIf(text -> left.contains(text.row()));
    added.addAll(come);
    if ((long) (forgotten.cardinality() + added.size()) * FEW_CHANGED <= old.size()) {
      return new FeatureIndex(old, ofOld, forgotten, List.copyOf(added));
    }
    var all = new ArrayList<Text>(old.size() + added.size());
    IntStream.range(0, old.size())
        .filter(place -> !forgotten.get(place))
        .forEach(place -> all.add(old.get(place)));
    all.addAll(added);
    return over(all);
  }

  /// What texts share with the question. A rare feature counts for more than in a scorer: what is
  /// put the same way as the question must not crowd out what is about the same.
  @Override
  public List<Integer> near(Vector question, int most) {
    var features = question.features();
    var counted = counted(features, question.weights());
    var places = lookedUp(features, counted);
    var sums = new Sums(seen(features, places));
    for (int place : places) {
      ofOld.add(features[place], counted[place], 0, sums);
      ofFresh.add(features[place], counted[place], old.size(), sums);
    }
    var rows = new LinkedHashSet<Integer>();
    for (int text : sums.greatest(most * TEXTS_A_ROW, gone)) {
      if (rows.size() < most) {
        rows.add((text < old.size() ? old.get(text) : fresh.get(text - old.size())).row());
      }
    }
    return List.copyOf(rows);
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
    return Math.sqrt(Math.log1p((double) (old.size() + fresh.size()) / held));
  }

  /// The places of the features that count most and some text has, the rarest first, as far as
  /// their holders are few enough.
  private int[] lookedUp(int[] features, float[] counted) {
    var places =
        IntStream.of(Heaviest.places(counted, LOOKED_UP))
            .filter(place -> counted[place] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(place -> holders(features[place])))
            .mapToInt(Integer::intValue)
            .toArray();
    int seen = 0;
    for (int looked = 0; looked < places.length; looked++) {
      seen += holders(features[places[looked]]);
      if (looked > 0 && seen > MOST_SEEN) {
        return Arrays.copyOf(places, looked);
      }
    }
    return places;
  }

  private int holders(int feature) {
    return ofOld.count(feature) + ofFresh.count(feature);
  }

  private int seen(int[] features, int[] places) {
    int seen = IntStream.of(places).map(place -> holders(features[place])).sum();
    return IntStream.of(seen, 2 * MOST_SEEN, old.size() + fresh.size()).min().getAsInt();
  }
}
