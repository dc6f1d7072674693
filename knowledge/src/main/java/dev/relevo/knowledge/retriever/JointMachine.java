package dev.relevo.knowledge.retriever;

import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A support vector machine for all rows at once (Crammer and Singer 2001), trained by liblinear.
/// Training takes time and memory with phrases times rows. Always comes to the same weights.
final class JointMachine implements Machine {

  private static final double TOLERANCE = 0.1;
  private static final int ROUNDS = 60;
  private static final long SEED = 7;

  /// Row numbers, ascending; a row's place here is its class.
  private final int[] rows;

  private final int features;

  /// By feature, then by class; the dense part's after the features'.
  private final float[] weights;

  JointMachine(int[] rows, int features, float[] weights) {
    this.rows = rows;
    this.features = features;
    this.weights = weights;
  }

  /// @param features how many there are
  static JointMachine train(List<Known> phrases, int features, double cost) {
    var rows = phrases.stream().mapToInt(Known::row).distinct().sorted().toArray();
    int dense = phrases.isEmpty() ? 0 : phrases.getFirst().vector().meaning().length;
    var weights = new float[(features + dense) * rows.length];
    if (rows.length > 1) {
      copy(solve(phrases, features, dense, cost), rows, weights);
    } else {
      phrases.forEach(phrase -> addAll(phrase.vector(), weights));
    }
    return new JointMachine(rows, features, weights);
  }

  /// The only row's side is how like the question is to its phrases.
  private static void addAll(Vector phrase, float[] weights) {
    for (int place = 0; place < phrase.features().length; place++) {
      weights[phrase.features()[place]] += phrase.weights()[place];
    }
  }

  private static Model solve(List<Known> phrases, int features, int dense, double cost) {
    var problem = new Problem();
    problem.l = phrases.size();
    problem.n = features + dense;
    problem.bias = -1;
    problem.y = phrases.stream().mapToDouble(Known::row).toArray();
    problem.x =
        phrases.stream()
            .map(phrase -> Examples.of(phrase.vector(), features))
            .toArray(de.bwaldvogel.liblinear.Feature[][]::new);
    var how = new Parameter(SolverType.MCSVM_CS, cost, TOLERANCE, ROUNDS, 0.1);
    how.setRandom(new Random(SEED));
    return Examples.solve(problem, how);
  }

  private static void copy(Model model, int[] rows, float[] weights) {
    var learnt = model.getFeatureWeights();
    var labels = model.getLabels();
    for (int label = 0; label < labels.length; label++) {
      int one = Arrays.binarySearch(rows, labels[label]);
      for (int feature = 0; feature < weights.length / rows.length; feature++) {
        weights[feature * rows.length + one] = (float) learnt[feature * labels.length + label];
      }
    }
  }

  @Override
  public float[] sides(Vector question, int[] asked) {
    var all = new float[rows.length];
    for (int place = 0; place < question.features().length; place++) {
      add(question.weights()[place], question.features()[place], all);
    }
    for (int place = 0; place < question.meaning().length; place++) {
      add(question.meaningWeight() * question.meaning()[place], features + place, all);
    }
    return Arrays.equals(asked, rows) ? all : only(asked, all);
  }

  private void add(float weight, int feature, float[] sides) {
    int from = feature * rows.length;
    for (int one = 0; one < sides.length; one++) {
      sides[one] += weight * weights[from + one];
    }
  }

  private float[] only(int[] asked, float[] all) {
    var sides = new float[asked.length];
    for (int place = 0; place < asked.length; place++) {
      sides[place] = all[Arrays.binarySearch(rows, asked[place])];
    }
    return sides;
  }

  int[] rows() {
    return rows;
  }

  float[] weights() {
    return weights;
  }
}
