package dev.relevo.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a matrix's phrases are made of, each feature weighted by its rarity: stems and pairs of
/// stems on one side, pieces of words on the other; either side makes half of a vector.
final class Features {

  private static final int SHORTEST_PIECE = 2;
  private static final double HALF = Math.sqrt(0.5);

  private final List<Analysis> analyses;
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> pieces = new HashMap<>();
  private final double[] rarity;
  private final double rarest;

  Features(List<Phrase> phrases) {
    analyses = phrases.stream().map(Phrase::language).distinct().map(Analysis::new).toList();
    var counts = new ArrayList<Integer>();
    for (var phrase : phrases) {
      var read = phrase.reading().words();
      count(new HashSet<>(wordsAndPairs(read, new Analysis(phrase.language()))), words, counts);
      count(new HashSet<>(pieces(read)), pieces, counts);
    }
    rarest = rarity(0, phrases.size());
    rarity = counts.stream().mapToDouble(count -> rarity(count, phrases.size())).toArray();
  }

  private static double rarity(int count, int phrases) {
    return 1 + Math.log((1.0 + phrases) / (1 + count));
  }

  private static void count(Set<String> names, Map<String, Integer> numbers, List<Integer> counts) {
    for (var name : names) {
      var number = numbers.putIfAbsent(name, counts.size());
      if (number == null) {
        counts.add(1);
      } else {
        counts.set(number, counts.get(number) + 1);
      }
    }
  }

  int size() {
    return rarity.length;
  }

  /// Folded words as a vector, in the given language if the matrix speaks it, else in the one of
  /// which most is known.
  SparseVector vector(List<String> read, Optional<Locale> language) {
    var spoken = analyses.stream().filter(it -> language.filter(it::speaks).isPresent()).toList();
    var best = Side.EMPTY;
    for (var analysis : spoken.isEmpty() ? analyses : spoken) {
      var side = side(wordsAndPairs(read, analysis), words);
      best = side.known() > best.known() ? side : best;
    }
    return best.beside(side(pieces(read), pieces));
  }

  private Side side(List<String> names, Map<String, Integer> numbers) {
    var counts = new LinkedHashMap<String, Integer>();
    names.forEach(name -> counts.merge(name, 1, Integer::sum));
    var known = new LinkedHashMap<Integer, Double>();
    double whole = 0;
    for (var counted : counts.entrySet()) {
      var number = numbers.get(counted.getKey());
      double weight =
          (1 + Math.log(counted.getValue())) * (number == null ? rarest : rarity[number]);
      whole += weight * weight;
      if (number != null) {
        known.put(number, weight);
      }
    }
    return new Side(known, whole);
  }

  /// Stems, and every stem with the one before it; the first one's neighbour is the beginning.
  private static List<String> wordsAndPairs(List<String> read, Analysis analysis) {
    var stems = analysis.stems(read);
    var features = new ArrayList<String>(2 * stems.size());
    var before = "^";
    for (var stem : stems) {
      features.add(stem);
      features.add(before + " " + stem);
      before = stem;
    }
    return features;
  }

  private static List<String> pieces(List<String> read) {
    return Analysis.pieces(read, SHORTEST_PIECE);
  }

  /// Half of a vector before it is brought to length.
  ///
  /// @param whole the square of the length, with what is not known
  private record Side(Map<Integer, Double> weights, double whole) {

    static final Side EMPTY = new Side(Map.of(), 0);

    /// The known share.
    double known() {
      double sum = weights.values().stream().mapToDouble(weight -> weight * weight).sum();
      return whole == 0 ? 0 : sum / whole;
    }

    SparseVector beside(Side other) {
      int count = weights.size() + other.weights.size();
      var vector = new SparseVector(new int[count], new float[count]);
      write(vector, 0);
      other.write(vector, weights.size());
      return vector;
    }

    private void write(SparseVector vector, int from) {
      int place = from;
      for (var weighted : weights.entrySet()) {
        vector.features()[place] = weighted.getKey();
        vector.weights()[place++] = (float) (HALF * weighted.getValue() / Math.sqrt(whole));
      }
    }
  }
}
