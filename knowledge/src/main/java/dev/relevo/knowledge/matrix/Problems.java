package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The problems found so far; only so many are kept, all are counted.
final class Problems {

  /// How many are listed.
  static final int MOST = 100;

  private final List<Problem> kept = new ArrayList<>();
  private int count;

  void add(Problem.Place place, String key, Object... arguments) {
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
