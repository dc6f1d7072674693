package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Texts by their terms, each score the share of what the question could reach at most (Okapi BM25
/// with its usual constants): 1 means a text as good as the question itself.
final class Bm25 {

  private static final double SATURATION = 1.2;
  private static final double LENGTH_WEIGHT = 0.75;

  /// So many texts without the term are imagined beside the others; without them, a tiny index
  /// would take its only words for common ones.
  private static final int UNSEEN = 20;

  /// Among many texts, what this share of them has tells nothing and takes the most time.
  private static final double COMMON = 0.05;

  private static final int MANY = 2_000;

  private final int texts;
  private final double average;
  private final int[] terms;
  private final int[][] holders;
  private final float[][] impacts;

  /// A term's greatest impact.
  private final float[] most;

  /// @param texts by the hashes of their terms, as often as they occur
  Bm25(List<int[]> texts) {
    this.texts = texts.size();
    average = Math.max(1, texts.stream().mapToInt(text -> text.length).average().orElse(1));
    terms = texts.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    var sizes = new int[terms.length];
    var counted = texts.stream().map(Counts::of).toList();
    counted.forEach(text -> {
      for (int term : text.terms()) {
        sizes[Arrays.binarySearch(terms, term)]++;
      }
    });
    holders = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    impacts = Arrays.stream(sizes).mapToObj(float[]::new).toArray(float[][]::new);
    most = new float[terms.length];
    for (int text = counted.size() - 1; text >= 0; text--) {
      post(text, counted.get(text), texts.get(text).length, sizes);
    }
  }

  private void post(int text, Counts counts, int length, int[] sizes) {
    double slack = slack(length);
    for (int place = 0; place < counts.terms().length; place++) {
      int term = Arrays.binarySearch(terms, counts.terms()[place]);
      int count = counts.counts()[place];
      holders[term][--sizes[term]] = text;
      float impact = (float) (count / (count + slack));
      impacts[term][sizes[term]] = impact;
      most[term] = Math.max(most[term], impact);
    }
  }

  private double slack(int length) {
    return SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length / average);
  }

  /// What each of the question's terms brings to the texts that have it.
  ///
  /// @param share of the whole score
  List<Impacts> impacts(int[] question, double share) {
    var counts = Counts.of(question);
    double slack = slack(question.length);
    double best = 0;
    var places = new int[counts.terms().length];
    for (int place = 0; place < places.length; place++) {
      places[place] = Arrays.binarySearch(terms, counts.terms()[place]);
      if (!isCommon(places[place])) {
        best += rarity(places[place]) * counts.counts()[place] / (counts.counts()[place] + slack);
      }
    }
    var found = new ArrayList<Impacts>();
    for (int term : places) {
      if (term >= 0 && !isCommon(term)) {
        float weight = (float) (share * rarity(term) / best);
        found.add(new Impacts(holders[term], impacts[term], weight, weight * most[term]));
      }
    }
    return found;
  }

  private boolean isCommon(int term) {
    return term >= 0 && texts > MANY && holders[term].length > COMMON * texts;
  }

  private double rarity(int term) {
    int frequency = term < 0 ? 0 : holders[term].length;
    return Math.log(1 + (texts + UNSEEN - frequency + 0.5) / (frequency + 0.5));
  }

  /// Terms, each once, ascending, with how often it occurs.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Counts(int[] terms, int[] counts) {

    static Counts of(int[] text) {
      var sorted = text.clone();
      Arrays.sort(sorted);
      var terms = new int[sorted.length];
      var counts = new int[sorted.length];
      int size = 0;
      for (int term : sorted) {
        boolean again = size > 0 && terms[size - 1] == term;
        terms[size - (again ? 1 : 0)] = term;
        counts[size - (again ? 1 : 0)]++;
        size += again ? 0 : 1;
      }
      return new Counts(Arrays.copyOf(terms, size), Arrays.copyOf(counts, size));
    }
  }
}
