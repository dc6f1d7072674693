package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks the matrix its own phrases: in every fold an eighth of the phrases is left out and asked
/// for (they ought to be found), and an eighth of the rows is left out whole and asked for (nothing
/// ought to be found). Always with the same result.
final class Trials {

  static final int FOLDS = 8;

  private static final long SEED = 20260101;

  private final List<Phrase> phrases;
  private final int rows;
  private final int[] foldOfRow;
  private final int[] foldOfPhrase;

  Trials(List<Phrase> phrases) {
    this.phrases = phrases;
    rows = (int) phrases.stream().mapToInt(Phrase::row).distinct().count();
    foldOfRow = deal(phrases.stream().mapToInt(Phrase::row).max().orElse(-1) + 1, SEED);
    foldOfPhrase = deal(phrases.size(), SEED + 1);
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

  /// Tries some folds, in parallel, with what the training makes of the phrases it may see.
  List<Trial> of(IntStream folds, Function<List<Phrase>, Scorer> training) {
    return folds
        .parallel()
        .mapToObj(fold -> tryFold(fold, training))
        .flatMap(List::stream)
        .toList();
  }

  private List<Trial> tryFold(int fold, Function<List<Phrase>, Scorer> training) {
    var seen = new ArrayList<Phrase>();
    var unseen = new ArrayList<Phrase>();
    for (int index = 0; index < phrases.size(); index++) {
      var phrase = phrases.get(index);
      boolean left = foldOfRow[phrase.row()] == fold || foldOfPhrase[index] == fold;
      (left ? unseen : seen).add(phrase);
    }
    var trials = new ArrayList<Trial>();
    var known = seen.stream().map(Phrase::row).collect(Collectors.toSet());
    var scorer = training.apply(seen).amid((double) rows / Math.max(1, known.size()));
    for (var phrase : unseen) {
      boolean offTopic = foldOfRow[phrase.row()] == fold;
      if (offTopic || known.contains(phrase.row())) {
        trials.add(Trial.of(scorer, phrase, offTopic));
      }
    }
    return trials;
  }
}
