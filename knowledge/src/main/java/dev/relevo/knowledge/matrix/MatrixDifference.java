package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// What another matrix would change in one. States and the rows' order do not count.
///
/// @param added rows only the other has, in its order
/// @param removed rows only the first has, in its order
/// @param changed rows both have, with another content, in the other's order
public record MatrixDifference(List<Row> added, List<Row> removed, List<Changed> changed) {

  public MatrixDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /// A row before and after.
  public record Changed(Row before, Row after) {

    /// The cells that differ, in the columns' order.
    ///
    /// @param language of the headers and of words such as yes and no
    public List<Cell> cells(Locale language) {
      return MatrixDifference.cells(before, after, language);
    }
  }

  /// A cell that differs.
  ///
  /// @param header what its column is called
  public record Cell(String header, String before, String after) {}

  public static MatrixDifference between(Matrix before, Matrix after) {
    var changed = new ArrayList<Changed>();
    for (var row : after.rows()) {
      before
          .row(row.id())
          .filter(was -> !sameContent(was, row))
          .ifPresent(was -> changed.add(new Changed(was, row)));
    }
    return new MatrixDifference(only(after, before), only(before, after), changed);
  }

  /// How many rows differ.
  public int count() {
    return added.size() + removed.size() + changed.size();
  }

  /// Whether two rows say and do the same, whatever their state.
  public static boolean sameContent(Row one, Row other) {
    return one.withState(RowState.NEW).equals(other.withState(RowState.NEW));
  }

  /// The cells in which two rows differ.
  public static List<Cell> cells(Row before, Row after, Locale language) {
    var cells = new ArrayList<Cell>();
    for (var column : Column.values()) {
      if (column != Column.STATE) {
        cell(
                column.header(language),
                RowText.of(before, column, language),
                RowText.of(after, column, language))
            .ifPresent(cells::add);
      }
    }
    var channels = new TreeSet<>(before.answersByChannel().keySet());
    channels.addAll(after.answersByChannel().keySet());
    for (var channel : channels) {
      cell(
              Column.answerHeader(channel, language),
              before.answersByChannel().getOrDefault(channel, ""),
              after.answersByChannel().getOrDefault(channel, ""))
          .ifPresent(cells::add);
    }
    return cells;
  }

  private static Optional<Cell> cell(String header, String before, String after) {
    return before.equals(after) ? Optional.empty() : Optional.of(new Cell(header, before, after));
  }

  private static List<Row> only(Matrix one, Matrix other) {
    return one.rows().stream().filter(row -> other.row(row.id()).isEmpty()).toList();
  }
}
