package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The matrix cell by cell, for a sheet that others keep and whose columns stand as they please. A
/// column is called by one name whatever its header's language.
public final class MatrixCells {

  private static final String ANSWER_ON = "ANSWER ";

  /// The most rows below the header of a sheet; it is fetched in one piece, unlike a file.
  public static final int MOST_ROWS = 20_000;

  /// The name of the column that holds a row's key.
  public static final String ID = Column.ID.name();

  /// The name of the column that holds a row's state.
  public static final String STATE = Column.STATE.name();

  private MatrixCells() {}

  /// All cells of a row by their column's name, in the order a file has them.
  ///
  /// @param language of words such as yes and no
  public static Map<String, String> of(Row row, Locale language) {
    var cells = new LinkedHashMap<String, String>();
    for (var column : Column.values()) {
      cells.put(column.name(), MatrixSheet.cell(row, column, language));
    }
    row.answersByChannel().forEach((channel, answer) -> cells.put(ANSWER_ON + channel, answer));
    return cells;
  }

  /// The name of the column that a header stands for; empty if it means nothing to a matrix.
  public static Optional<String> column(String header) {
    return Column.named(header)
        .map(Column::name)
        .or(() -> Column.channelOf(header).map(channel -> ANSWER_ON + channel));
  }

  /// The header of a column in a language.
  public static String header(String column, Locale language) {
    return column.startsWith(ANSWER_ON)
        ? Column.answerHeader(column.substring(ANSWER_ON.length()), language)
        : Column.valueOf(column).header(language);
  }

  /// Reads a sheet's lines by the rules of a file: all of them or nothing, errors by sheet, row and
  /// column. People are still working on it: what is merely unfinished, such as a missing answer or
  /// a question in two rows, is taken as it is, and a line without id and question is none yet.
  ///
  /// @param lines from the top; the first is number 1
  /// @param defaultLanguage the language of rows that name none
  public static MatrixImport read(String sheet, List<List<String>> lines, Locale defaultLanguage) {
    return MatrixFile.readWorkingCopy(table(sheet, lines), defaultLanguage);
  }

  /// The line that names the columns, from 0; empty if there is none.
  public static Optional<Integer> headerLine(String sheet, List<List<String>> lines) {
    return HeaderRow.of(table(sheet, lines)).map(it -> it.line().number() - 1);
  }

  private static Table table(String sheet, List<List<String>> lines) {
    var kept = new ArrayList<Table.Line>();
    for (int at = 0; at < lines.size(); at++) {
      var line = new Table.Line(at + 1, lines.get(at));
      if (!line.isBlank()) {
        kept.add(line);
      }
    }
    return new Table(sheet, kept);
  }
}
