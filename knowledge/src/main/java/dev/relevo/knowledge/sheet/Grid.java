package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixCells;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The cells of a matrix by row and column; a cell that is not there is empty.
///
/// @param rows by row id, then by column name, in order
record Grid(Map<String, Map<String, String>> rows) {

  static final Grid EMPTY = new Grid(Map.of());

  Grid {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  static Grid of(Matrix matrix, Locale language) {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    matrix.rows().forEach(row -> rows.put(row.id().value(), MatrixCells.of(row, language)));
    return new Grid(rows);
  }

  boolean has(String row) {
    return rows.containsKey(row);
  }

  Map<String, String> row(String row) {
    return rows.getOrDefault(row, Map.of());
  }

  /// The rows that are not there, or other, in another grid.
  Grid without(Grid other) {
    var rest = new LinkedHashMap<String, Map<String, String>>();
    rows.forEach((id, cells) -> {
      if (!other.has(id) || !other.row(id).equals(cells)) {
        rest.put(id, cells);
      }
    });
    return new Grid(rest);
  }
}
