package dev.relevo.knowledge.lucene;

import dev.relevo.knowledge.lucene.RowScorer.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Chooses from the matrix alone the score that a row must reach: in every fold an eighth of the
/// phrases is left out and asked for (they ought to be found), and an eighth of the rows is left
/// out whole and asked for (nothing ought to be found).
final class Calibration {

  private static final int FOLDS = 8;

  /// The expected share of questions that no row answers.
  private static final double OFF_TOPIC = 0.3;

  /// Where little can be left out, the cautious score counts as much as so many trials.
  private static final int CAUTION = 10;

  /// Without a phrase that ought to be found, so many of the others must stay unanswered.
  private static final double LEFT_ALONE = 0.9;

  /// A large matrix is tried with fewer folds and fewer phrases of each.
  private static final int LARGE = 3_000;

  private static final int FOLDS_OF_LARGE = 2;
  private static final int MOST_TRIALS_A_FOLD = 500;
  private static final long SEED = 20260101;

  private final List<Trial> trials;

  private Calibration(List<Trial> trials) {
    this.trials = trials;
  }

  /// Tries what the training makes of parts of the phrases on the parts it has not seen; the folds
  /// on all cores, and always with the same result.
  static Calibration of(List<Phrase> phrases, Function<List<Phrase>, RowScorer> training) {
    int rows = phrases.stream().mapToInt(Phrase::row).max().orElse(-1) + 1;
    var foldOfRow = deal(rows, SEED);
    var foldOfPhrase = deal(phrases.size(), SEED + 1);
    int folds = phrases.size() > LARGE ? FOLDS_OF_LARGE : FOLDS;
    return new Calibration(
        IntStream.range(0, folds)
            .parallel()
            .mapToObj(fold -> tryFold(phrases, fold, foldOfRow, foldOfPhrase, training))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Trial> tryFold(
      List<Phrase> phrases,
      int fold,
      int[] foldOfRow,
      int[] foldOfPhrase,
      Function<List<Phrase>, RowScorer> training) {
    var seen = new ArrayList<Phrase>();
    var unseen = new ArrayList<Phrase>();
    for (int index = 0; index < phrases.size(); index++) {
      var phrase = phrases.get(index);
      boolean left = foldOfRow[phrase.row()] == fold || foldOfPhrase[index] == fold;
      (left ? unseen : seen).add(phrase);
    }
    var trials = new ArrayList<Trial>();
    var known = seen.stream().map(Phrase::row).collect(Collectors.toSet());
    try (var scorer = training.apply(seen)) {
      int step = 1 + unseen.size() / MOST_TRIALS_A_FOLD;
      for (int index = 0; index < unseen.size(); index += step) {
        var phrase = unseen.get(index);
        boolean offTopic = foldOfRow[phrase.row()] == fold;
        if (offTopic || known.contains(phrase.row())) {
          var scored = scorer.score(phrase.reading(), Optional.of(phrase.language()));
          trials.add(Trial.of(phrase, offTopic, scored));
        }
      }
    }
    return trials;
  }

  private static int[] deal(int count, long seed) {
    var order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    var folds = new int[count];
    for (int place = 0; place < count; place++) {
      folds[order.get(place)] = place % FOLDS;
    }
    return folds;
  }

  /// The score at which the most trials end well, drawn towards caution where there are few.
  double threshold(double cautious) {
    long inScope = trials.stream().filter(trial -> !trial.offTopic()).count();
    long offTopic = trials.size() - inScope;
    long fewer = Math.min(inScope, offTopic);
    if (inScope == 0) {
      return Math.max(cautious, quantile(LEFT_ALONE));
    }
    if (offTopic == 0) {
      return cautious;
    }
    double best = best((1 - OFF_TOPIC) / inScope, OFF_TOPIC / offTopic);
    return (best * fewer + cautious * CAUTION) / (fewer + CAUTION);
  }

  private double quantile(double share) {
    var ascending = trials.stream().mapToDouble(Trial::score).sorted().toArray();
    return ascending.length == 0 ? 0 : ascending[(int) (share * (ascending.length - 1))];
  }

  /// Goes down through the scores; between two scores the threshold is their middle.
  private double best(double rightWeight, double wrongWeight) {
    var descending =
        trials.stream().sorted(Comparator.comparingDouble(Trial::score).reversed()).toList();
    double gain = 0;
    double most = 0;
    double threshold = 1;
    for (int index = 0; index < descending.size(); index++) {
      var trial = descending.get(index);
      gain += trial.offTopic() ? -wrongWeight : trial.right() ? rightWeight : 0;
      double below = index + 1 < descending.size() ? descending.get(index + 1).score() : 0;
      if (gain > most && below < trial.score()) {
        most = gain;
        threshold = (trial.score() + below) / 2;
      }
    }
    return threshold;
  }

  /// One phrase asked without having been seen.
  private record Trial(boolean offTopic, boolean right, double score) {

    static Trial of(Phrase phrase, boolean offTopic, List<Scored> scored) {
      if (scored.isEmpty()) {
        return new Trial(offTopic, false, 0);
      }
      boolean right = !offTopic && scored.getFirst().row() == phrase.row();
      return new Trial(offTopic, right, scored.getFirst().score());
    }
  }
}
