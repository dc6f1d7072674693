package dev.relevo.eval.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.relevo.knowledge.matrix.RowId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A CSV file in UTF-8 with named columns.
record Table(Path file, List<String> columns, List<NamedCsvRecord> lines) {

  static Table read(Path file) {
    mustExist(file);
    try (var reader = CsvReader.builder().ofNamedCsvRecord(content(file))) {
      var lines = reader.stream().toList();
      var columns = lines.isEmpty() ? List.<String>of() : lines.getFirst().getHeader();
      return new Table(file, columns, lines);
    } catch (CsvParseException | IOException | UncheckedIOException exception) {
      throw new DatasetUnreadable(
          file + " cannot be read as CSV: " + exception.getMessage(), exception);
    }
  }

  /// The first line of any file, text or not.
  static String firstLine(Path file) {
    mustExist(file);
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("");
    } catch (IOException exception) {
      throw new DatasetUnreadable(file + " cannot be read: " + exception.getMessage(), exception);
    }
  }

  private static void mustExist(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DatasetUnreadable("There is no file " + file + "; name an existing CSV file.");
    }
  }

  private static String content(Path file) throws IOException {
    try {
      var content = Files.readString(file);
      return content.startsWith("\uFEFF") ? content.substring(1) : content;
    } catch (MalformedInputException exception) {
      throw new DatasetUnreadable(file + " is not in UTF-8; save it as UTF-8.", exception);
    }
  }

  boolean has(String... names) {
    return columns.containsAll(List.of(names));
  }

  RowId rowId(NamedCsvRecord line) {
    try {
      return new RowId(line.getField("row_id").strip());
    } catch (IllegalArgumentException exception) {
      throw wrongLine(line, "a row_id has 1 to 64 characters");
    }
  }

  DatasetUnreadable wrongHeader(String wanted) {
    var found = columns.isEmpty() ? "no rows" : "the columns " + String.join(", ", columns);
    return new DatasetUnreadable(file + " has " + found + "; it needs " + wanted + ".");
  }

  DatasetUnreadable wrongLine(NamedCsvRecord line, String what) {
    return new DatasetUnreadable(
        file + ", line " + line.getStartingLineNumber() + ": " + what + ".");
  }
}
