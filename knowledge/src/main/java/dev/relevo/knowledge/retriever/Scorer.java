package dev.relevo.knowledge.retriever;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;

/// Says how well rows fit a question: how sure a machine trained on the rows' phrases is of a row
/// among all others, times the root of how like the question is to any phrase at all. Immutable,
/// safe for any number of threads.
final class Scorer {

  /// When the second row has half the first one's certainty, the first is right in one of two cases
  /// only (measured on the evaluation sets), and the right one is mostly among three.
  static final double RIVALRY = Math.cbrt(0.5);

  /// The score to ask for where the matrix is too small to learn one from it.
  static final double CAUTION = 0.45;

  /// The most rows that are named for a question.
  static final int MOST = 10;

  /// A smaller matrix is scored as if it had rows that fit nothing: being the only row proves
  /// nothing.
  private static final int FEWEST_ROWS = 20;

  /// Weight of the likeness to the row's best phrase beside the machine's own view.
  private static final double LIKENESS = 0.25;

  private static final double SHARPNESS = 4;

  /// A question in a known language prefers rows of that language by this much.
  private static final double FOREIGN = 0.9;

  private final Features features;
  private final Likeness likeness;
  private final Machine machine;
  private final double crowd;

  Scorer(Features features, Likeness likeness, Machine machine) {
    this(features, likeness, machine, 1);
  }

  private Scorer(Features features, Likeness likeness, Machine machine, double crowd) {
    this.features = features;
    this.likeness = likeness;
    this.machine = machine;
    this.crowd = crowd;
  }

  /// The same as if there were so many times as many rows to confuse the best one with; for trials,
  /// from which rows were left out.
  Scorer amid(double times) {
    return new Scorer(features, likeness, machine, likeness instanceof EveryPhrase ? times : 1);
  }

  /// The same with other means of finding the rows to consider.
  Scorer over(Likeness other) {
    return new Scorer(features, other, machine, crowd);
  }

  Features features() {
    return features;
  }

  Likeness likeness() {
    return likeness;
  }

  Machine machine() {
    return machine;
  }

  /// The fitting rows, best first, at most ten; none when nothing of the question is known.
  ///
  /// @param meaning the question's, of length 1, or empty
  List<Scored> score(List<String> words, Optional<Locale> language, float[] meaning) {
    var vector = features.vector(words, language, meaning);
    if (vector.isEmpty()) {
      return List.of();
    }
    var nearest = likeness.to(vector);
    var sure = sureness(machine.sides(vector, nearest.rows()), nearest.cosines());
    double likest = Math.sqrt(nearest.likest());
    var best = new PriorityQueue<Scored>(MOST + 1, Scored.BEST_FIRST.reversed());
    for (int place = 0; place < sure.length; place++) {
      var phrase = nearest.phrases()[place];
      double score = Math.clamp(spread(sure[place] * likest) * preference(phrase, language), 0, 1);
      if (best.size() < MOST || score >= best.element().score()) {
        best.add(new Scored(nearest.rows()[place], score, phrase.written()));
        if (best.size() > MOST) {
          best.remove();
        }
      }
    }
    return best.stream().sorted(Scored.BEST_FIRST).toList();
  }

  /// Shares of certainty, at most 1 over all rows.
  private double[] sureness(float[] sides, float[] cosines) {
    var sure = new double[sides.length];
    double sum = Math.max(0, FEWEST_ROWS - sides.length);
    double most = 0;
    for (int one = 0; one < sure.length; one++) {
      sure[one] = Math.exp(SHARPNESS * (sides[one] + LIKENESS * cosines[one]));
      sum += sure[one];
      most = Math.max(most, sure[one]);
    }
    double whole = most + (sum - most) * crowd;
    for (int one = 0; one < sure.length; one++) {
      sure[one] /= whole;
    }
    return sure;
  }

  /// With many rows, being a tenth sure is a lot; the cube root brings such numbers to where people
  /// expect them and changes no order.
  private static double spread(double score) {
    return Math.cbrt(score);
  }

  private static double preference(Known phrase, Optional<Locale> language) {
    return language.filter(it -> !phrase.isIn(it)).isPresent() ? FOREIGN : 1;
  }
}
