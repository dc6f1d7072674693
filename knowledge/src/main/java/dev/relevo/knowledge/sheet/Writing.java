package dev.relevo.knowledge.sheet;

import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixCells;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.sentence.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What must be written so that a sheet says what our rows say: only cells that differ, in the
/// sheet's own columns; new rows below; the state as a line's colour; a note on each conflict.
final class Writing {

  /// How our notes begin, so that we take away our own only.
  static final String MARK = "Relevo: ";

  private final Pulled.Seen seen;
  private final Matrix ours;
  private final Locale language;
  private final Map<Layout.Cell, List<String>> texts = new LinkedHashMap<>();
  private final List<Request> before = new ArrayList<>();
  private final List<Request> after = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<Integer> leaving = new ArrayList<>();

  Writing(Pulled.Seen seen, Matrix ours, Locale language) {
    this.seen = seen;
    this.ours = ours;
    this.language = language;
    columns();
    rows();
    colours();
    notes();
    leaving();
    grow();
  }

  /// Texts by the cell each line of them begins at.
  Map<Layout.Cell, List<String>> texts() {
    return texts;
  }

  /// What must be there before the texts are.
  List<Request> before() {
    return before;
  }

  /// What comes after them.
  List<Request> after() {
    return after;
  }

  int cells() {
    return texts.values().stream().mapToInt(List::size).sum();
  }

  int removed() {
    return leaving.size();
  }

  private int headerLine() {
    return MatrixCells.headerLine("", seen.layout().texts()).orElse(0);
  }

  private void columns() {
    var layout = seen.layout();
    if (!layout.isEmpty()) {
      for (var header : layout.texts().get(headerLine())) {
        columns.add(MatrixCells.column(header).filter(it -> !columns.contains(it)).orElse(""));
      }
    }
    for (var column : needed()) {
      if (!columns.contains(column)) {
        texts.put(
            new Layout.Cell(headerLine(), columns.size()),
            List.of(MatrixCells.header(column, language)));
        columns.add(column);
      }
    }
  }

  /// The columns in which some row says more than an empty one does.
  private List<String> needed() {
    var plain =
        MatrixCells.of(Row.answering(new RowId("-"), language, "", List.of(), ""), language);
    var needed = new ArrayList<>(List.of(MatrixCells.ID));
    for (var row : ours.rows()) {
      MatrixCells.of(row, language)
          .forEach((column, text) -> {
            if (!needed.contains(column) && !text.equals(plain.getOrDefault(column, ""))) {
              needed.add(column);
            }
          });
    }
    if (seen.layout().isEmpty()) {
      needed.addAll(plain.keySet().stream().filter(it -> !needed.contains(it)).toList());
    }
    return needed.stream().sorted(Comparator.comparingInt(it -> order(plain, it))).toList();
  }

  private static int order(Map<String, String> plain, String column) {
    var at = List.copyOf(plain.keySet()).indexOf(column);
    return at < 0 ? Integer.MAX_VALUE : at;
  }

  private void rows() {
    var next = Math.max(seen.layout().used(), headerLine() + 1);
    for (var row : ours.rows()) {
      var id = row.id().value();
      var line = seen.lines().get(id);
      if (line == null) {
        lines.put(id, next);
        add(row, next++);
      } else {
        lines.put(id, line);
        change(row, line);
      }
    }
  }

  private void add(Row row, int line) {
    var cells = MatrixCells.of(row, language);
    texts.put(
        new Layout.Cell(line, 0),
        columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
  }

  private void change(Row row, int line) {
    var theirs = seen.theirs().row(row.id().value());
    var cells = MatrixCells.of(row, language);
    for (int at = 0; at < columns.size(); at++) {
      var column = columns.get(at);
      var text = cells.getOrDefault(column, "");
      // An id that was made for a row is not in the sheet yet.
      var isMissing = column.equals(MatrixCells.ID) && seen.layout().text(line, at).isBlank();
      if (!column.isEmpty() && (isMissing || !text.equals(theirs.getOrDefault(column, "")))) {
        texts.put(new Layout.Cell(line, at), List.of(text));
      }
    }
  }

  private void colours() {
    for (var row : ours.rows()) {
      int line = lines.getOrDefault(row.id().value(), 0);
      var colour = colour(row.state());
      if (!seen.layout().colour(line).equals(colour)) {
        after.add(
            new Request()
                .setRepeatCell(
                    new RepeatCellRequest()
                        .setRange(
                            new GridRange()
                                .setSheetId(seen.layout().sheetId())
                                .setStartRowIndex(line)
                                .setEndRowIndex(line + 1)
                                .setStartColumnIndex(0)
                                .setEndColumnIndex(columns.size()))
                        .setCell(
                            new CellData()
                                .setUserEnteredFormat(
                                    new CellFormat()
                                        .setBackgroundColor(GoogleSheet.colour(colour))))
                        .setFields("userEnteredFormat.backgroundColor")));
      }
    }
  }

  /// The colours of the file, too.
  static String colour(RowState state) {
    return switch (state) {
      case NEW -> "FFFFFF";
      case PROGRAMMED -> "C6EFCE";
      case CHANGE_REQUESTED -> "FFEB9C";
      case NEW_QUESTION -> "BDD7EE";
      case TO_DELETE -> "F8CBAD";
    };
  }

  private void notes() {
    var wanted = new LinkedHashMap<Layout.Cell, String>();
    for (var conflict : seen.conflicts()) {
      var line = lines.get(conflict.row());
      var column = conflict.column().isEmpty() ? MatrixCells.ID : conflict.column();
      var at = columns.indexOf(column);
      if (line != null && at >= 0) {
        wanted.put(new Layout.Cell(line, at), MARK + said(conflict).in(language));
      }
    }
    seen.layout()
        .notes()
        .forEach((cell, note) -> {
          if (note.startsWith(MARK)) {
            wanted.putIfAbsent(cell, "");
          }
        });
    wanted.forEach((cell, note) -> after.add(note(cell, note)));
  }

  private static Sentence said(Merge.Conflict conflict) {
    return conflict.column().isEmpty()
        ? Sentence.of("sheet.conflict.row")
        : Sentence.of("sheet.conflict", conflict.theirs());
  }

  private Request note(Layout.Cell cell, String note) {
    return new Request()
        .setUpdateCells(
            new UpdateCellsRequest()
                .setStart(
                    new GridCoordinate()
                        .setSheetId(seen.layout().sheetId())
                        .setRowIndex(cell.line())
                        .setColumnIndex(cell.column()))
                .setRows(List.of(new RowData().setValues(List.of(new CellData().setNote(note)))))
                .setFields("note"));
  }

  /// From the last line up, so that the others keep their numbers.
  private void leaving() {
    seen.lines()
        .forEach((id, line) -> {
          if (!lines.containsKey(id)) {
            leaving.add(line);
          }
        });
    leaving.sort(Comparator.reverseOrder());
    for (var line : leaving) {
      after.add(
          new Request()
              .setDeleteDimension(
                  new DeleteDimensionRequest()
                      .setRange(
                          new DimensionRange()
                              .setSheetId(seen.layout().sheetId())
                              .setDimension("ROWS")
                              .setStartIndex(line)
                              .setEndIndex(line + 1))));
    }
  }

  private void grow() {
    var rows = lines.values().stream().mapToInt(it -> it + 1).max().orElse(1);
    append("ROWS", rows - seen.layout().rows());
    append("COLUMNS", columns.size() - seen.layout().columns());
  }

  private void append(String dimension, int more) {
    if (more > 0) {
      before.add(
          new Request()
              .setAppendDimension(
                  new AppendDimensionRequest()
                      .setSheetId(seen.layout().sheetId())
                      .setDimension(dimension)
                      .setLength(more)));
    }
  }
}
