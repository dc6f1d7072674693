package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// A machine for each row, which tells its phrases from those of the rows nearest to it and of a
/// few others: training takes time with the rows alone, and a changed row touches only its
/// neighbours.
final class RowMachines implements Machine {

  private static final int NEIGHBOURS = 30;
  private static final int OTHERS = 20;

  /// Of one neighbour, so that a row with hundreds of phrases does not outweigh all others.
  private static final int PHRASES_OF_OTHERS = 4;

  /// Rows that one core trains before it takes the next ones.
  private static final int AT_ONCE = 256;

  private static final int WEIGHTS_KEPT = 160;

  private static final Vector NOTHING = new Vector(new int[0], new float[0]);

  /// What each row's machine looks at.
  private final Map<Integer, Vector> weights;

  /// The same by the row's number, for questions; nothing for a number without a row.
  private final Vector[] byNumber;

  RowMachines(Map<Integer, Vector> weights) {
    this.weights = weights;
    byNumber = new Vector[weights.keySet().stream().mapToInt(it -> it + 1).max().orElse(0)];
    Arrays.fill(byNumber, NOTHING);
    weights.forEach((row, own) -> byNumber[row] = own);
  }

  Map<Integer, Vector> weights() {
    return weights;
  }

  @Override
  public float[] sides(Vector question, int[] rows) {
    var spread = new Spread(question);
    var sides = new float[rows.length];
    for (int place = 0; place < rows.length; place++) {
      sides[place] = rows[place] < byNumber.length ? spread.dot(byNumber[rows[place]]) : 0;
    }
    return sides;
  }

  /// Trains the machines of some rows.
  ///
  /// @param features how many there are
  static Map<Integer, Vector> train(
      int[] rows, Map<Integer, List<Known>> phrases, CandidateIndex index, int features) {
    var all = phrases.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    var trained = new Vector[rows.length];
    IntStream.range(0, (rows.length + AT_ONCE - 1) / AT_ONCE)
        .parallel()
        .forEach(part -> {
          var separation = new Separation(features);
          int to = Math.min(rows.length, (part + 1) * AT_ONCE);
          for (int place = part * AT_ONCE; place < to; place++) {
            trained[place] = train(rows[place], all, phrases, index, separation);
          }
        });
    var weights = new HashMap<Integer, Vector>(rows.length * 2);
    for (int place = 0; place < rows.length; place++) {
      weights.put(rows[place], trained[place]);
    }
    return weights;
  }

  /// The rows whose machines a row's phrases take part in training, nearest first.
  static List<Integer> neighbours(int row, List<Known> phrases, CandidateIndex index) {
    var near = new LinkedHashSet<Integer>();
    int each = Math.max(5, 1 + NEIGHBOURS / Math.max(1, phrases.size()));
    for (var phrase : phrases) {
      if (near.size() >= NEIGHBOURS) {
        break;
      }
      near.addAll(index.near(phrase.vector(), each + 1));
    }
    near.remove(row);
    return near.stream().limit(NEIGHBOURS).toList();
  }

  private static Vector train(
      int row,
      int[] all,
      Map<Integer, List<Known>> phrases,
      CandidateIndex index,
      Separation separation) {
    var own = phrases.getOrDefault(row, List.of());
    var others = new LinkedHashSet<>(neighbours(row, own, index));
    var random = new Random(row);
    for (int other = 0; other < OTHERS; other++) {
      others.add(all[random.nextInt(all.length)]);
    }
    others.remove(row);
    var examples = new ArrayList<>(own.stream().map(Known::vector).toList());
    others.forEach(other ->
        phrases.getOrDefault(other, List.of()).stream()
            .limit(PHRASES_OF_OTHERS)
            .map(Known::vector)
            .forEach(examples::add));
    return separation.of(examples, own.size(), WEIGHTS_KEPT).compact();
  }
}
