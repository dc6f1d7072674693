package dev.relevo.knowledge.matrix;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of one version, in the editors' order; ids are unique.
public final class Matrix {

  private final List<Row> rows;
  private final Map<RowId, Row> byId = new LinkedHashMap<>();

  public Matrix(List<Row> rows) {
    this.rows = List.copyOf(rows);
    for (var row : rows) {
      if (byId.putIfAbsent(row.id(), row) != null) {
        throw new IllegalArgumentException("two rows have the id " + row.id());
      }
    }
  }

  /// The rows in the editors' order.
  public List<Row> rows() {
    return rows;
  }

  /// The row with that id.
  public Optional<Row> row(RowId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// What the bot is to answer from: without the rows that are to be deleted or have no answer yet,
  /// all others marked as programmed.
  public Matrix forPublication() {
    return new Matrix(
        rows.stream()
            .filter(Row::isAnswerable)
            .map(row -> row.withState(RowState.PROGRAMMED))
            .toList());
  }

  /// The rows that are used on a day. Buttons may then lead to rows that are not there.
  public Matrix on(LocalDate day) {
    return new Matrix(rows.stream().filter(row -> row.isValidOn(day)).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix && rows.equals(matrix.rows);
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
