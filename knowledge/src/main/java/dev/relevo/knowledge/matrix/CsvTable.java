package dev.relevo.knowledge.matrix;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads CSV: UTF-8 with or without a byte order mark (UTF-16 with one), separated by comma,
/// semicolon or tab.
final class CsvTable {

  private static final char[] SEPARATORS = {',', ';', '\t'};

  private final Limits limits;

  CsvTable(Limits limits) {
    this.limits = limits;
  }

  Table.Reading read(byte[] bytes) {
    try {
      return read(bytes, separatorOf(bytes));
    } catch (IOException | UncheckedIOException notUnicode) {
      return Table.Reading.refused("file.encoding");
    }
  }

  private Table.Reading read(byte[] bytes, char separator) throws IOException {
    var lines = new ArrayList<Table.Line>();
    try (var reader = reader(bytes, separator)) {
      int number = 0;
      for (var line : reader) {
        number++;
        var problem = add(line, number, lines);
        if (problem != null) {
          return new Table.Reading.Refused(problem);
        }
      }
    } catch (CsvParseException malformed) {
      int row = lines.isEmpty() ? 1 : lines.getLast().number() + 1;
      return new Table.Reading.Refused(Problem.at(Problem.Place.row("", row), "file.csv"));
    }
    return new Table.Reading.Read(List.of(new Table("", lines)));
  }

  private @Nullable Problem add(CsvRecord read, int number, List<Table.Line> lines) {
    var line = new Table.Line(number, read.getFields());
    if (line.isBlank()) {
      return null;
    }
    lines.add(line);
    if (lines.size() > limits.rows() + HeaderRow.WITHIN) {
      return Problem.at(Problem.Place.FILE, "file.rows", limits.rows());
    }
    return null;
  }

  private CsvReader<CsvRecord> reader(byte[] bytes, char separator) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(
            CsvRecordHandler.builder().maxFields(limits.columns() + 1).build(),
            UnicodeText.of(new ByteArrayInputStream(bytes)).reader());
  }

  /// The separator with which the header has the most columns that a matrix knows; if none has any,
  /// the most columns.
  private char separatorOf(byte[] bytes) throws IOException {
    char best = ',';
    int most = -1;
    for (char separator : SEPARATORS) {
      int columns = columns(bytes, separator);
      if (columns > most) {
        best = separator;
        most = columns;
      }
    }
    return best;
  }

  private int columns(byte[] bytes, char separator) throws IOException {
    int most = 0;
    try (var reader = reader(bytes, separator)) {
      int seen = 0;
      for (var line : reader) {
        most = Math.max(most, 1_000 * HeaderRow.known(line.getFields()) + line.getFieldCount());
        if (++seen == HeaderRow.WITHIN) {
          break;
        }
      }
    } catch (CsvParseException tooManyColumnsOrOpenQuote) {
      return Math.max(most, 2);
    }
    return most;
  }
}
