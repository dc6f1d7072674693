package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A matrix's rows by numbers that stay the same while a row does.
///
/// @param symbols the emoji its phrases use
/// @param next the first number that was never given
record Rows(Map<Integer, Row> byNumber, Set<Integer> symbols, int next) {

  static Rows of(Matrix matrix) {
    var byNumber = new HashMap<Integer, Row>();
    matrix.rows().forEach(row -> byNumber.put(byNumber.size(), row));
    return new Rows(byNumber, symbols(matrix.rows()), byNumber.size());
  }

  static Rows of(Map<Integer, Row> byNumber, int next) {
    return new Rows(byNumber, symbols(List.copyOf(byNumber.values())), next);
  }

  private static Set<Integer> symbols(List<Row> rows) {
    var symbols = new HashSet<Integer>();
    rows.forEach(row -> row.phrases().forEach(phrase -> symbols.addAll(Reading.symbols(phrase))));
    return symbols;
  }

  /// The same for another matrix: rows that are asked for and answer as before keep their numbers.
  Rows with(Matrix changed) {
    var numbers = new HashMap<String, Integer>();
    byNumber.forEach((number, row) -> numbers.put(row.id().value(), number));
    var rows = new HashMap<Integer, Row>();
    var come = new ArrayList<Row>();
    int number = next;
    for (var row : changed.rows()) {
      int old = numbers.getOrDefault(row.id().value(), -1);
      if (isSame(row, byNumber.get(old))) {
        rows.put(old, row);
      } else {
        rows.put(number++, row);
        come.add(row);
      }
    }
    var known = symbols(come);
    known.addAll(symbols);
    return new Rows(rows, known, number);
  }

  private static boolean isSame(Row row, @Nullable Row old) {
    return old != null
        && row.language().equals(old.language())
        && row.answer().equals(old.answer())
        && row.phrases().equals(old.phrases());
  }

  /// How many rows another matrix has changed, added or lost.
  int changes(Matrix changed) {
    var left = new HashMap<String, Row>();
    byNumber.values().forEach(row -> left.put(row.id().value(), row));
    int changes = 0;
    for (var row : changed.rows()) {
      changes += isSame(row, left.remove(row.id().value())) ? 0 : 1;
    }
    return changes + left.size();
  }

  /// The numbers that another one does not have, ascending.
  List<Integer> without(Rows other) {
    return numbers().stream().filter(it -> !other.byNumber.containsKey(it)).toList();
  }

  Row row(int number) {
    return Objects.requireNonNull(byNumber.get(number));
  }

  /// All numbers, ascending.
  List<Integer> numbers() {
    return byNumber.keySet().stream().sorted().toList();
  }

  /// The phrases of some rows, as they are compared; nothing of a phrase without words.
  List<Phrase> phrases(List<Integer> numbers, Meanings meanings) {
    var phrases = new ArrayList<Phrase>();
    for (int number : numbers) {
      var row = row(number);
      for (var written : row.phrases()) {
        var reading = Reading.of(written, symbols);
        if (!reading.folded().isEmpty()) {
          phrases.add(new Phrase(number, row.language(), written, reading, Meanings.NONE));
        }
      }
    }
    return meanings.of(phrases);
  }

  /// Some rows by their numbers.
  Map<Integer, Row> only(List<Integer> numbers) {
    var some = new HashMap<Integer, Row>();
    numbers.forEach(number -> some.put(number, row(number)));
    return some;
  }
}
