package dev.relevo.knowledge.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of one version, in the editors' order; ids are unique.
public final class Matrix {

  private final Map<RowId, Row> rows = new LinkedHashMap<>();

  public Matrix(List<Row> rows) {
    for (var row : rows) {
      if (this.rows.putIfAbsent(row.id(), row) != null) {
        throw new IllegalArgumentException("two rows have the id " + row.id());
      }
    }
  }

  /// The rows in the editors' order.
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /// The row with that id.
  public Optional<Row> row(RowId id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix && rows().equals(matrix.rows());
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return "Matrix of " + rows.size() + " rows";
  }
}
