package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Considers every row: exact, and quick for some hundred rows.
final class EveryPhrase implements Likeness {

  private final Known[] phrases;
  private final Postings postings;

  /// Row numbers, ascending; a row's place here is its class.
  private final int[] rows;

  private final int[] classOf;

  EveryPhrase(List<Known> phrases, int features) {
    this.phrases = phrases.toArray(Known[]::new);
    postings = new Postings(phrases.stream().map(Known::vector).toList(), features);
    rows = phrases.stream().mapToInt(Known::row).distinct().sorted().toArray();
    classOf = phrases.stream().mapToInt(it -> Arrays.binarySearch(rows, it.row())).toArray();
  }

  @Override
  public Stream<Known> known() {
    return Arrays.stream(phrases);
  }

  @Override
  public Nearest to(Vector question) {
    var cosines = postings.products(question);
    var best = new Known[rows.length];
    var likest = new float[rows.length];
    for (int phrase = 0; phrase < phrases.length; phrase++) {
      float cosine = cosines[phrase] + question.alike(phrases[phrase].vector());
      int row = classOf[phrase];
      if (best[row] == null || cosine > likest[row]) {
        best[row] = phrases[phrase];
        likest[row] = cosine;
      }
    }
    return new Nearest(rows, best, likest);
  }
}
