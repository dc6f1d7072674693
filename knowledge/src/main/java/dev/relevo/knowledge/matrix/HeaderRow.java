package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The row that names the columns: the first one with a question and an answer, near the top.
///
/// @param sheet the sheet's name; empty for CSV
/// @param at its position among the table's lines
/// @param line the row itself
/// @param columns where each column stands
/// @param channels where the answer for each channel stands
record HeaderRow(
    String sheet,
    int at,
    Table.Line line,
    Map<Column, Integer> columns,
    Map<String, Integer> channels) {

  /// How far from the top the header may stand: titles and notes above it are passed over.
  static final int WITHIN = 20;

  /// How many cells are names of columns.
  static int known(List<String> cells) {
    return (int)
        cells.stream()
            .filter(cell -> Column.named(cell).isPresent() || Column.channelOf(cell).isPresent())
            .count();
  }

  /// The header of a table, if it has one.
  static Optional<HeaderRow> of(Table table) {
    var lines = table.lines();
    for (int at = 0; at < Math.min(WITHIN, lines.size()); at++) {
      var header = of(table.sheet(), at, lines.get(at));
      if (header.has(Column.QUESTION) && header.has(Column.ANSWER)) {
        return Optional.of(header);
      }
    }
    return Optional.empty();
  }

  private static HeaderRow of(String sheet, int at, Table.Line line) {
    var columns = new EnumMap<Column, Integer>(Column.class);
    var channels = new TreeMap<String, Integer>();
    for (int index = 0; index < line.cells().size(); index++) {
      int here = index;
      var name = line.cell(index);
      Column.channelOf(name).ifPresent(channel -> channels.putIfAbsent(channel, here));
      Column.named(name).ifPresent(column -> columns.putIfAbsent(column, here));
    }
    return new HeaderRow(sheet, at, line, columns, channels);
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /// What stands in a column of a row; empty where the file has no such column.
  String text(Column column, Table.Line row) {
    Integer index = columns.get(column);
    return index == null ? "" : Guard.taken(row.cell(index));
  }

  /// What stands in the column for a channel's answer.
  String text(String channel, Table.Line row) {
    Integer index = channels.get(channel);
    return index == null ? "" : Guard.taken(row.cell(index));
  }

  /// The place of a column's cell; of the whole row where the file has no such column.
  Problem.Place place(Column column, Table.Line row) {
    return place(columns.get(column), row);
  }

  /// The place of a channel's answer.
  Problem.Place place(String channel, Table.Line row) {
    return place(channels.get(channel), row);
  }

  private Problem.Place place(@Nullable Integer index, Table.Line row) {
    return index == null
        ? Problem.Place.row(sheet, row.number())
        : Problem.Place.cell(sheet, row.number(), line.cell(index), index);
  }

  /// Whether a row holds anything in a column the matrix knows.
  boolean isUsedBy(Table.Line row) {
    return Stream.concat(columns.values().stream(), channels.values().stream())
        .anyMatch(index -> !row.cell(index).isBlank());
  }

  /// Names two columns of the same meaning as a problem: nobody could say which of them counts.
  void checkForDoubles(Problems problems) {
    for (int index = 0; index < line.cells().size(); index++) {
      var name = line.cell(index);
      int here = index;
      var first =
          Column.named(name)
              .map(columns::get)
              .or(() -> Column.channelOf(name).map(channels::get))
              .filter(other -> other != here);
      if (first.isPresent()) {
        problems.add(place(here, line), "column.twice", Problem.Place.letters(first.get()));
      }
    }
  }

  /// The columns that mean nothing to a matrix: by name, or by letter where they have none but hold
  /// something.
  List<String> ignored(Table table) {
    var ignored = new ArrayList<String>();
    int width = table.lines().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int index = 0; index < width; index++) {
      var name = Wording.line(line.cell(index));
      if (!name.isEmpty() && Column.named(name).isEmpty() && Column.channelOf(name).isEmpty()) {
        ignored.add(name);
      } else if (name.isEmpty() && holdsSomething(table, index)) {
        ignored.add(Problem.Place.letters(index));
      }
    }
    return ignored;
  }

  private boolean holdsSomething(Table table, int index) {
    return table.lines().stream().skip(at).anyMatch(row -> !row.cell(index).isBlank());
  }
}
