package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Considers the rows that an index names.
final class NearPhrases implements Likeness {

  private static final int ROWS = 32;

  private static final Known[] NOTHING = {};

  private final Map<Integer, List<Known>> phrases;
  private final CandidateIndex index;

  /// The same by the row's number, for questions; nothing for a number without a row.
  private final Known[][] byNumber;

  NearPhrases(Map<Integer, List<Known>> phrases, CandidateIndex index) {
    this.phrases = phrases;
    this.index = index;
    byNumber = new Known[phrases.keySet().stream().mapToInt(it -> it + 1).max().orElse(0)][];
    Arrays.fill(byNumber, NOTHING);
    phrases.forEach((row, own) -> byNumber[row] = own.toArray(Known[]::new));
  }

  Map<Integer, List<Known>> phrases() {
    return phrases;
  }

  CandidateIndex index() {
    return index;
  }

  @Override
  public Stream<Known> known() {
    return phrases.values().stream().flatMap(List::stream);
  }

  @Override
  public Nearest to(Vector question) {
    var rows = new ArrayList<Known[]>(ROWS);
    for (int row : index.near(question, ROWS)) {
      if (row < byNumber.length && byNumber[row].length > 0) {
        rows.add(byNumber[row]);
      }
    }
    var nearest = new Nearest(new int[rows.size()], new Known[rows.size()], new float[rows.size()]);
    var spread = new Spread(question);
    for (int place = 0; place < rows.size(); place++) {
      consider(spread, rows.get(place), nearest, place);
    }
    return nearest;
  }

  private static void consider(Spread question, Known[] row, Nearest nearest, int place) {
    for (var phrase : row) {
      float cosine = question.dot(phrase.vector());
      if (nearest.phrases()[place] == null || cosine > nearest.cosines()[place]) {
        nearest.rows()[place] = phrase.row();
        nearest.phrases()[place] = phrase;
        nearest.cosines()[place] = cosine;
      }
    }
  }
}
