package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Considers the rows that an index names.
final class NearPhrases implements Likeness {

  private static final int ROWS = 50;

  private final Map<Integer, List<Known>> phrases;
  private final CandidateIndex index;

  NearPhrases(Map<Integer, List<Known>> phrases, CandidateIndex index) {
    this.phrases = phrases;
    this.index = index;
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
    var rows = new ArrayList<List<Known>>(ROWS);
    for (int row : index.near(question, ROWS)) {
      rows.add(phrases.getOrDefault(row, List.of()));
    }
    rows.removeIf(List::isEmpty);
    var nearest = new Nearest(new int[rows.size()], new Known[rows.size()], new float[rows.size()]);
    for (int place = 0; place < rows.size(); place++) {
      consider(question, rows.get(place), nearest, place);
    }
    return nearest;
  }

  private static void consider(Vector question, List<Known> row, Nearest nearest, int place) {
    for (var phrase : row) {
      float cosine = question.dot(phrase.vector());
      if (nearest.phrases()[place] == null || cosine > nearest.cosines()[place]) {
        nearest.rows()[place] = phrase.row();
        nearest.phrases()[place] = phrase;
        nearest.cosines()[place] = cosine;
      }
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
