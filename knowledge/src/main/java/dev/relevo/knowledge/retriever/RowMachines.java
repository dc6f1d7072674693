package dev.relevo.knowledge.retriever;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
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

  private static final double COST = 1;
  private static final double WEIGHT_OF_OWN = 4;
  private static final double TOLERANCE = 0.1;
  private static final int ROUNDS = 100;
  private static final int WEIGHTS_KEPT = 256;

  private final Map<Integer, Weights> weights;

  RowMachines(Map<Integer, Weights> weights) {
    this.weights = weights;
  }

  /// What a row's machine looks at.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weights(int[] features, float[] weights) {

    float side(Vector question) {
      return Vector.dot(question.features(), question.weights(), features, weights);
    }
  }

  Map<Integer, Weights> weights() {
    return weights;
  }

  @Override
  public float[] sides(Vector question, int[] rows) {
    var sides = new float[rows.length];
    for (int place = 0; place < rows.length; place++) {
      sides[place] = weights.getOrDefault(rows[place], NOTHING).side(question);
    }
    return sides;
  }

  private static final Weights NOTHING = new Weights(new int[0], new float[0]);

  /// Trains the machines of some rows.
  static Map<Integer, Weights> train(
      int[] rows, Map<Integer, List<Known>> phrases, CandidateIndex index) {
    var all = phrases.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    var trained = new Weights[rows.length];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(place -> trained[place] = train(rows[place], all, phrases, index));
    var weights = new HashMap<Integer, Weights>(rows.length * 2);
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

  private static Weights train(
      int row, int[] all, Map<Integer, List<Known>> phrases, CandidateIndex index) {
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
    return solve(examples, own.size());
  }

  /// Only the features of the row's own phrases get weights worth keeping, or their neighbours'.
  private static Weights solve(List<Vector> examples, int own) {
    var features =
        examples.stream().flatMapToInt(it -> Arrays.stream(it.features())).sorted().distinct();
    var numbers = features.toArray();
    var problem = new Problem();
    problem.l = examples.size();
    problem.n = numbers.length;
    problem.bias = -1;
    problem.y = IntStream.range(0, problem.l).mapToDouble(it -> it < own ? 1 : -1).toArray();
    problem.x = examples.stream().map(it -> nodes(it, numbers)).toArray(Feature[][]::new);
    var how = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE, ROUNDS, 0.1);
    how.setWeights(new double[] {WEIGHT_OF_OWN}, new int[] {1});
    how.setRandom(new Random(own));
    return heaviest(numbers, Examples.solve(problem, how).getFeatureWeights());
  }

  private static Feature[] nodes(Vector vector, int[] numbers) {
    var nodes = new Feature[vector.features().length];
    int number = 0;
    for (int place = 0; place < nodes.length; place++) {
      while (numbers[number] < vector.features()[place]) {
        number++;
      }
      nodes[place] = new FeatureNode(number + 1, vector.weights()[place]);
    }
    return nodes;
  }

  private static Weights heaviest(int[] numbers, double[] learnt) {
    var heaviest =
        IntStream.range(0, numbers.length)
            .boxed()
            .sorted((one, other) -> Double.compare(Math.abs(learnt[other]), Math.abs(learnt[one])))
            .limit(WEIGHTS_KEPT)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    var features = Arrays.stream(heaviest).map(place -> numbers[place]).toArray();
    var weights = new float[heaviest.length];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = (float) learnt[heaviest[place]];
    }
    return new Weights(features, weights);
  }
}
