package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The problems found so far; only so many are kept, all are counted.
final class Problems {

  /// What a working copy may say for a while: its checks tell, and nothing is lost meanwhile.
  private static final Set<String> UNFINISHED =
      Set.of(
          "question.empty",
          "answer.empty",
          "phrase.twice",
          "target.unknown",
          "target.unanswered",
          "sheet.no-answers",
          "sheet.no-rows");

  /// How many are listed.
  static final int MOST = 100;

  private final List<Problem> kept = new ArrayList<>();
  private final boolean working;
  private int count;

  Problems() {
    this(false);
  }

  private Problems(boolean working) {
    this.working = working;
  }

  /// Those of a working copy: what is merely unfinished is none.
  static Problems ofWorkingCopy() {
    return new Problems(true);
  }

  /// Whether what is merely unfinished is no problem.
  boolean isWorkingCopy() {
    return working;
  }

  void add(Problem.Place place, String key, Object... arguments) {
    if (working && UNFINISHED.contains(key)) {
      return;
    }
    count++;
    if (kept.size() < MOST) {
      kept.add(Problem.at(place, key, arguments));
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// The first problem of a kind, told without its place.
  Optional<Problem> first(Predicate<Problem> kind) {
    return kept.stream()
        .filter(kind)
        .findFirst()
        .map(it -> new Problem(Problem.Place.FILE, it.key(), it.arguments()));
  }

  MatrixImport.Rejected rejected() {
    var inOrder = new ArrayList<>(kept);
    inOrder.sort(Comparator.comparingInt(problem -> problem.place().row()));
    return new MatrixImport.Rejected(inOrder, count - kept.size());
  }

  static MatrixImport.Rejected rejected(Problem problem) {
    return new MatrixImport.Rejected(List.of(problem), 0);
  }
}
