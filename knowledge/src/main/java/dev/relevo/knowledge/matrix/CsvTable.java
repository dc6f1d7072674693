package dev.relevo.knowledge.matrix;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
    String text;
    try {
      text = decoded(bytes);
    } catch (CharacterCodingException notUnicode) {
      return Table.Reading.refused("file.encoding");
    }
    char separator = separatorOf(text);
    var lines = new ArrayList<Table.Line>();
    try (var reader = reader(text, separator)) {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(CsvRecordHandler.builder().maxFields(limits.columns() + 1).build(), text);
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    var charset = charsetOf(bytes);
    var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charsetOf(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  /// The separator with which the header has the most columns that a matrix knows; if none has any,
  /// the most columns.
  private char separatorOf(String text) {
    char best = ',';
    int most = -1;
    for (char separator : SEPARATORS) {
      int columns = columns(text, separator);
      if (columns > most) {
        best = separator;
        most = columns;
      }
    }
    return best;
  }

  private int columns(String text, char separator) {
    int most = 0;
    try (var reader = reader(text, separator)) {
      int seen = 0;
      for (var line : reader) {
        most = Math.max(most, 1_000 * HeaderRow.known(line.getFields()) + line.getFieldCount());
        if (++seen == HeaderRow.WITHIN) {
          break;
        }
      }
    } catch (CsvParseException tooManyColumnsOrOpenQuote) {
      return Math.max(most, 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return most;
  }
}
