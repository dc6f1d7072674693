package dev.relevo.knowledge.retriever;

import java.util.List;

/// The score at which a right answer is as likely as a question off topic: a logistic curve over
/// the logarithm of the scores, which is steadier than the best threshold among few trials.
final class Boundary {

  /// Below this, scores do not count as different.
  private static final double LOWEST = 0.05;

  private static final int STEPS = 50;
  private static final double STEADINESS = 1e-3;

  private final double rightWeight;
  private final double wrongWeight;
  private double slope;
  private double offset;

  private Boundary(double rightWeight, double wrongWeight) {
    this.rightWeight = rightWeight;
    this.wrongWeight = wrongWeight;
  }

  /// @param rightWeight of a right answer
  /// @param wrongWeight of a question off topic; wrong answers to known questions are left out, for
  ///   whatever is done about them is no gain
  static double of(List<Trial> trials, double rightWeight, double wrongWeight) {
    var boundary = new Boundary(rightWeight, wrongWeight);
    var told = trials.stream().filter(trial -> trial.right() || trial.offTopic()).toList();
    for (int step = 0; step < STEPS; step++) {
      boundary.improve(told);
    }
    return boundary.score();
  }

  private static double place(Trial trial) {
    return Math.log(Math.max(LOWEST, trial.score()));
  }

  /// One step of Newton's method.
  private void improve(List<Trial> trials) {
    double bySlope = STEADINESS * slope;
    double byOffset = STEADINESS * offset;
    double slopeTwice = STEADINESS;
    double offsetTwice = STEADINESS;
    double both = 0;
    for (var trial : trials) {
      double place = place(trial);
      double weight = trial.offTopic() ? wrongWeight : rightWeight;
      double likely = 1 / (1 + Math.exp(-(slope * place + offset)));
      double off = weight * (likely - (trial.right() ? 1 : 0));
      double bend = weight * likely * (1 - likely);
      bySlope += off * place;
      byOffset += off;
      slopeTwice += bend * place * place;
      offsetTwice += bend;
      both += bend * place;
    }
    double determinant = slopeTwice * offsetTwice - both * both;
    slope -= (offsetTwice * bySlope - both * byOffset) / determinant;
    offset -= (slopeTwice * byOffset - both * bySlope) / determinant;
  }

  /// Where scores tell nothing, everything or nothing is answered.
  private double score() {
    if (slope < STEADINESS) {
      return offset > 0 ? LOWEST : 1;
    }
    return Math.clamp(Math.exp(-offset / slope), LOWEST, 1);
  }
}
