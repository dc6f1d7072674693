package dev.relevo.eval.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A CSV file in UTF-8 with named columns.
record Table(Path file, List<String> columns, List<NamedCsvRecord> lines) {

  static Table read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DatasetUnreadable("There is no file " + file + "; name an existing CSV file.");
    }
    try (var reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      var lines = reader.stream().toList();
      var columns = lines.isEmpty() ? List.<String>of() : lines.getFirst().getHeader();
      return new Table(file, columns, lines);
    } catch (MalformedInputException exception) {
      throw new DatasetUnreadable(file + " is not in UTF-8; save it as UTF-8.", exception);
    } catch (CsvParseException | IOException | UncheckedIOException exception) {
      throw new DatasetUnreadable(
          file + " cannot be read as CSV: " + exception.getMessage(), exception);
    }
  }

  boolean has(String... names) {
    return columns.containsAll(List.of(names));
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
