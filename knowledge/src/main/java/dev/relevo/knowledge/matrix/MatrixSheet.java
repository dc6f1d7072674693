package dev.relevo.knowledge.matrix;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A matrix laid out as one sheet of text.
///
/// @param language of headers and words
/// @param header a row of column names
/// @param rows as wide as the header
/// @param states the state of each row, for its colour
record MatrixSheet(
    Locale language, List<String> header, List<List<String>> rows, List<RowState> states) {

  private static final List<Column> COLUMNS = List.of(Column.values());

  private static final int STATE_AT = COLUMNS.indexOf(Column.STATE);

  private static final Set<Column> LONG =
      EnumSet.of(Column.QUESTION, Column.VARIANTS, Column.ANSWER);

  static MatrixSheet of(Matrix matrix, Locale language) {
    var channels = new TreeSet<String>();
    matrix.rows().forEach(row -> channels.addAll(row.answersByChannel().keySet()));
    var header = new ArrayList<String>();
    for (var column : COLUMNS) {
      header.add(column.header(language));
    }
    channels.forEach(channel -> header.add(Column.answerHeader(channel, language)));
    var rows = new ArrayList<List<String>>();
    for (var row : matrix.rows()) {
      rows.add(cells(row, channels, language));
    }
    return new MatrixSheet(language, header, rows, matrix.rows().stream().map(Row::state).toList());
  }

  private static List<String> cells(Row row, TreeSet<String> channels, Locale language) {
    var cells = new ArrayList<String>();
    for (var column : COLUMNS) {
      cells.add(guarded(row, cell(row, column, language)));
    }
    for (var channel : channels) {
      cells.add(guarded(row, row.answersByChannel().getOrDefault(channel, "")));
    }
    return cells;
  }

  private static String guarded(Row row, String cell) {
    var guarded = Guard.put(cell);
    if (guarded.length() > Limits.DEFAULT.cell()) {
      throw new IllegalArgumentException(
          "the row " + row.id() + " has more text than a spreadsheet's cell can hold");
    }
    return guarded;
  }

  static String cell(Row row, Column column, Locale language) {
    return switch (column) {
      case ID -> row.id().value();
      case LANGUAGE -> row.language().toLanguageTag();
      case CATEGORY -> row.category();
      case TOPIC -> row.topic();
      case QUESTION -> row.question();
      case VARIANTS -> Cells.joined(row.variants());
      case ANSWER -> row.answer();
      case LITERAL -> CellWords.yesOrNo(row.literal(), language);
      case BUTTONS -> String.join("\n", row.buttons().stream().map(Cells::button).toList());
      case ATTACHMENT -> row.attachment().map(AttachmentCell::written).orElse("");
      case FOLLOW_UP -> row.followUp().map(it -> Cells.escaped(it.row().value())).orElse("");
      case FOLLOW_UP_DELAY -> row.followUp().map(it -> "" + it.delay().toSeconds()).orElse("");
      case HANDOFF -> CellWords.yesOrNo(row.handoff(), language);
      case TEAM -> row.team().orElse("");
      case ADD_TAGS -> Cells.joined(row.addTags());
      case REMOVE_TAGS -> Cells.joined(row.removeTags());
      case SAVES -> row.saves().orElse("");
      case CLOSES -> CellWords.yesOrNo(row.closes(), language);
      case VALID_FROM -> written(row.validFrom());
      case VALID_UNTIL -> written(row.validUntil());
      case STATE -> CellWords.state(row.state(), language);
      case NOTES -> row.notes();
    };
  }

  private static String written(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }

  /// With a byte order mark, without which Excel takes UTF-8 for something else.
  byte[] csv() {
    boolean isEnglish = !List.of("es", "pt").contains(language.getLanguage());
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
    try (var writer =
        CsvWriter.builder()
            .fieldSeparator(isEnglish ? ',' : ';')
            .build(bytes, StandardCharsets.UTF_8)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  byte[] xlsx() {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Relevo", "1.0");
        var sheet = workbook.newWorksheet(sheetName())) {
      write(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String sheetName() {
    return switch (language.getLanguage()) {
      case "es" -> "Matriz";
      case "pt" -> "Matriz";
      default -> "Matrix";
    };
  }

  private void write(Worksheet sheet) {
    for (int column = 0; column < header.size(); column++) {
      sheet.value(0, column, header.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, width(column));
    }
    sheet.freezePane(0, 1);
    for (int row = 0; row < rows.size(); row++) {
      var cells = rows.get(row);
      for (int column = 0; column < cells.size(); column++) {
        if (!cells.get(column).isEmpty()) {
          sheet.value(row + 1, column, cells.get(column));
          sheet.style(row + 1, column).wrapText(true).verticalAlignment("top").set();
        }
      }
      sheet.style(row + 1, STATE_AT).fillColor(colour(states.get(row))).wrapText(true).set();
    }
  }

  private static int width(int column) {
    boolean isLong = column >= COLUMNS.size() || LONG.contains(COLUMNS.get(column));
    return isLong ? 50 : 18;
  }

  private static String colour(RowState state) {
    return switch (state) {
      case NEW -> "FFFFFF";
      case PROGRAMMED -> "C6EFCE";
      case CHANGE_REQUESTED -> "FFEB9C";
      case NEW_QUESTION -> "BDD7EE";
      case TO_DELETE -> "F8CBAD";
    };
  }
}
