package dev.relevo.bot.console.matrix;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.Row;
import java.util.List;
import java.util.Locale;

/// What differs between two matrices, as a page lists it.
///
/// @param gone how many rows are removed, listed or not
/// @param more how many further rows are not listed
record Changes(
    List<Named> added, List<Named> removed, List<Changed> changed, int gone, int count, int more) {

  private static final int LISTED = 100;

  /// A row.
  record Named(String id, String question, String answer) {}

  /// A row with its cells before and after.
  record Changed(String id, String question, List<MatrixDifference.Cell> cells) {}

  static Changes between(Matrix before, Matrix after, Locale language) {
    var difference = MatrixDifference.between(before, after);
    var added = difference.added().stream().limit(LISTED).map(Changes::named).toList();
    var removed = difference.removed().stream().limit(LISTED).map(Changes::named).toList();
    var changed =
        difference.changed().stream()
            .limit(LISTED)
            .map(it ->
                new Changed(it.after().id().value(), it.after().question(), it.cells(language)))
            .toList();
    int listed = added.size() + removed.size() + changed.size();
    return new Changes(
        added,
        removed,
        changed,
        difference.removed().size(),
        difference.count(),
        difference.count() - listed);
  }

  /// What is left of them where no row is removed.
  Changes whereAllStay() {
    return new Changes(added, List.of(), changed, 0, count - gone, more - (gone - removed.size()));
  }

  private static Named named(Row row) {
    return new Named(row.id().value(), row.question(), row.answer());
  }
}
