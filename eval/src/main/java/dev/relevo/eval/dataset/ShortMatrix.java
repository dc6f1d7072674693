package dev.relevo.eval.dataset;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// A matrix in short: `row_id,question`, one phrase a line, or `row_id,answer` where the text is
/// the answer.
final class ShortMatrix {

  private ShortMatrix() {}

  static Matrix read(Path file) {
    var table = Table.read(file);
    if (table.has("row_id", "question")) {
      return questions(table);
    }
    if (table.has("row_id", "answer")) {
      return answers(table);
    }
    throw table.wrongHeader("row_id and question, or row_id and answer");
  }

  private static Matrix questions(Table table) {
    var language = language(table, "question");
    var phrases = new LinkedHashMap<RowId, List<String>>();
    for (var line : table.lines()) {
      phrases
          .computeIfAbsent(table.rowId(line), _ -> new ArrayList<>())
          .add(line.getField("question"));
    }
    var rows = new ArrayList<Row>();
    phrases.forEach((id, some) -> rows.add(row(id, language, some, "")));
    return new Matrix(rows);
  }

  private static Matrix answers(Table table) {
    var language = language(table, "answer");
    var rows = new LinkedHashMap<RowId, Row>();
    for (var line : table.lines()) {
      var row = row(table.rowId(line), language, List.of(""), line.getField("answer"));
      if (rows.put(row.id(), row) != null) {
        throw table.wrongLine(line, "a second answer for row " + row.id());
      }
    }
    return new Matrix(List.copyOf(rows.values()));
  }

  private static Row row(RowId id, Locale language, List<String> phrases, String answer) {
    return Row.answering(
        id, language, phrases.getFirst(), phrases.subList(1, phrases.size()), answer);
  }

  private static Locale language(Table table, String column) {
    return LanguageGuess.of(table.lines().stream().map(line -> line.getField(column)).toList());
  }
}
