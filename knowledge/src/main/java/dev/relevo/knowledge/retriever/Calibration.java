package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How sure a score is, told from the matrix alone: what became of its own phrases when they were
/// asked without having been seen.
public final class Calibration {

  /// Where little can be left out, the cautious score counts as much as so many trials.
  private static final int CAUTION = 10;

  /// Without a phrase that ought to be found, so many of the others must stay unanswered.
  private static final double LEFT_ALONE = 0.9;

  /// A precision told from fewer answers is chance.
  private static final int FEWEST_ANSWERS = 20;

  private static final int POINTS = 100;

  /// Descending by score.
  private final List<Trial> trials;

  private final long inScope;
  private final long offTopic;

  Calibration(List<Trial> trials) {
    this.trials =
        trials.stream().sorted(Comparator.comparingDouble(Trial::score).reversed()).toList();
    inScope = trials.stream().filter(trial -> !trial.offTopic()).count();
    offTopic = trials.size() - inScope;
  }

  List<Trial> trials() {
    return trials;
  }

  /// What a threshold would do.
  ///
  /// @param threshold the score to reach
  /// @param precision the share of answers that are right
  /// @param coverage the share of questions some row answers that are answered at all
  /// @param offTopicRejected the share of off-topic questions that are left alone
  public record Point(
      double threshold, double precision, double coverage, double offTopicRejected) {}

  /// A threshold that was chosen.
  public sealed interface Choice {

    /// The score to ask for.
    double threshold();

    /// The aim is reached, as far as the matrix can tell.
    record Reached(double threshold, Optional<Point> point) implements Choice {}

    /// No threshold is that precise; the most precise one is taken.
    record OutOfReach(double threshold, Point best) implements Choice {}
  }

  /// Thresholds, the highest first, with what each would do; at most a hundred, none where too
  /// little could be left out to tell.
  ///
  /// @param offTopicShare the expected share of questions that no row answers
  public List<Point> curve(double offTopicShare) {
    if (inScope == 0 || offTopic == 0) {
      return List.of();
    }
    var curve = points(offTopicShare);
    int step = 1 + curve.size() / POINTS;
    var thinned = new ArrayList<Point>();
    for (int index = 0; index < curve.size(); index += step) {
      thinned.add(curve.get(index));
    }
    return List.copyOf(thinned);
  }

  /// Goes down through the scores; between two scores the threshold is their middle.
  private List<Point> points(double offTopicShare) {
    var points = new ArrayList<Point>();
    double known = (1 - offTopicShare) / Math.max(1, inScope);
    double unknown = offTopicShare / Math.max(1, offTopic);
    int answered = 0;
    int right = 0;
    int wrong = 0;
    for (int index = 0; index < trials.size(); index++) {
      var trial = trials.get(index);
      answered += trial.offTopic() ? 0 : 1;
      right += trial.right() ? 1 : 0;
      wrong += trial.offTopic() ? 1 : 0;
      double below = index + 1 < trials.size() ? trials.get(index + 1).score() : 0;
      if (below < trial.score() && index + 1 >= FEWEST_ANSWERS) {
        double precision = right * known / (answered * known + wrong * unknown);
        points.add(
            new Point(
                (trial.score() + below) / 2,
                precision,
                (double) answered / Math.max(1, inScope),
                1 - (double) wrong / Math.max(1, offTopic)));
      }
    }
    return points;
  }

  /// The threshold for an aim.
  ///
  /// @param cautious the score to ask for where the matrix is too small to learn one from it
  Choice choose(Aim aim, double cautious) {
    var points = inScope == 0 || offTopic == 0 ? List.<Point>of() : points(aim.offTopic());
    if (aim.precision().isEmpty() || points.isEmpty()) {
      return new Choice.Reached(usual(aim.offTopic(), cautious), Optional.empty());
    }
    double wanted = aim.precision().get();
    return points.stream()
        .filter(point -> point.precision() >= wanted)
        .max(Comparator.comparingDouble(Point::coverage))
        .<Choice>map(point -> new Choice.Reached(point.threshold(), Optional.of(point)))
        .orElseGet(() -> {
          var best =
              points.stream().max(Comparator.comparingDouble(Point::precision)).orElseThrow();
          return new Choice.OutOfReach(best.threshold(), best);
        });
  }

  /// The score from which answering does more good than harm, drawn towards caution where there are
  /// few trials.
  private double usual(double offTopicShare, double cautious) {
    if (trials.stream().noneMatch(Trial::right)) {
      return Math.max(cautious, quantile(LEFT_ALONE));
    }
    if (offTopic == 0) {
      return cautious;
    }
    long fewer = Math.min(inScope, offTopic);
    double best = Boundary.of(trials, (1 - offTopicShare) / inScope, offTopicShare / offTopic);
    return (best * fewer + cautious * CAUTION) / (fewer + CAUTION);
  }

  private double quantile(double share) {
    return trials.isEmpty() ? 0 : trials.get((int) ((1 - share) * (trials.size() - 1))).score();
  }

  /// How well rows and off-topic questions are told apart: the share of phrases whose row is found
  /// plus the share of pairs in which the phrase of a known row scores above that of an unknown
  /// one.
  double discernment() {
    if (inScope == 0 || offTopic == 0) {
      return 0;
    }
    long right = trials.stream().filter(Trial::right).count();
    double above = 0;
    double tied = 0;
    long known = 0;
    for (int from = 0, to; from < trials.size(); from = to) {
      to = from;
      long ties = 0;
      long unknown = 0;
      while (to < trials.size() && trials.get(to).score() == trials.get(from).score()) {
        if (trials.get(to++).offTopic()) {
          unknown++;
        } else {
          ties++;
        }
      }
      above += (double) unknown * known;
      tied += unknown * ties / 2.0;
      known += ties;
    }
    return (double) right / inScope + (above + tied) / (inScope * (double) offTopic);
  }

  /// Re-estimates the share of off-topic questions from the scores that real questions reached, by
  /// expectation and maximisation over the two distributions the trials show.
  ///
  /// @param scores of the best row for each question; a hundred or more tell something
  /// @param before what is expected so far, and is returned where nothing can be told
  public double offTopicShare(List<Double> scores, double before) {
    return inScope == 0 || offTopic == 0 || scores.isEmpty()
        ? before
        : new Mixture(trials).share(scores, before);
  }
}
