package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Fixes as other texts in a row's cells.
final class Texts {

  private Texts() {}

  /// The row with other texts, as a fix; none when they make no row.
  static Optional<Fix> rewritten(Row row, Map<Column, String> texts) {
    return with(row, texts).map(it -> new Fix.Rewrite(List.of(it), List.of()));
  }

  static Optional<Row> with(Row row, Map<Column, String> texts) {
    return switch (RowText.with(row, texts, Map.of())) {
      case RowText.Reading.Read(var read) -> Optional.of(read);
      case RowText.Reading.Refused _ -> Optional.empty();
    };
  }

  /// A cell of one thing a line, without some of them.
  static String withoutLines(Row row, Column column, Predicate<Integer> dropped) {
    var lines = RowText.of(row, column, Locale.ENGLISH).split("\n", -1);
    var kept = new ArrayList<String>();
    for (int at = 0; at < lines.length; at++) {
      if (!dropped.test(at)) {
        kept.add(lines[at]);
      }
    }
    return String.join("\n", kept);
  }

  /// The row without some of its variants.
  static Optional<Row> withoutVariants(Row row, Predicate<String> dropped) {
    return withVariants(row, row.variants().stream().filter(dropped.negate()).toList());
  }

  /// The row with these variants instead of its own.
  static Optional<Row> withVariants(Row row, List<String> variants) {
    return with(row, Map.of(Column.VARIANTS, RowText.list(variants)));
  }

  /// Two rows become the first: it is asked for as the other was, and the other leaves.
  static Optional<Fix> joined(Row one, Row other) {
    var variants = Stream.concat(one.variants().stream(), other.phrases().stream()).distinct();
    return withVariants(one, variants.toList())
        .map(it -> new Fix.Rewrite(List.of(it), List.of(other.id())));
  }

  /// The sentences that fit; or the beginning, where not even one does.
  static String shortened(String text, int most) {
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.preceding(most + 1);
    return end > 0 ? text.substring(0, end).strip() : text.substring(0, most);
  }
}
