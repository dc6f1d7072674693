package dev.relevo.eval.dataset;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.relevo.knowledge.matrix.RowId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Questions with their rows: `text,row_id`, an empty row_id for what no row answers.
final class TestFile {

  private TestFile() {}

  static List<Case> read(Path file) {
    var table = Table.read(file);
    if (!table.has("text", "row_id")) {
      throw table.wrongHeader("text and row_id");
    }
    return table.lines().stream()
        .filter(line -> !line.getField("text").isBlank())
        .map(line -> new Case(line.getField("text"), row(table, line)))
        .toList();
  }

  private static Optional<RowId> row(Table table, NamedCsvRecord line) {
    return line.getField("row_id").isBlank() ? Optional.empty() : Optional.of(table.rowId(line));
  }
}
