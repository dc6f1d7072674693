package dev.relevo.bot.console.matrix;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.util.List;
import java.util.Optional;

/// What another matrix would change in the one that is published; states of editing do not count.
record Difference(List<String> added, List<String> changed, List<String> removed) {

  static Difference between(Optional<Matrix> before, Matrix after) {
    var old = before.orElseGet(() -> new Matrix(List.of()));
    return new Difference(
        ids(after, it -> old.row(it.id()).isEmpty()),
        ids(after, it -> old.row(it.id()).filter(was -> !same(was, it)).isPresent()),
        ids(old, it -> after.row(it.id()).isEmpty()));
  }

  public int count() {
    return added.size() + changed.size() + removed.size();
  }

  private static List<String> ids(Matrix matrix, java.util.function.Predicate<Row> which) {
    return matrix.rows().stream().filter(which).map(Row::id).map(RowId::value).toList();
  }

  private static boolean same(Row one, Row other) {
    return one.withState(RowState.PROGRAMMED).equals(other.withState(RowState.PROGRAMMED));
  }
}
