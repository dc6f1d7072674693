package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A row as the texts of its cells: how an editor sees and writes it, the same as in a file.
public final class RowText {

  private static final List<Column> COLUMNS = List.of(Column.values());

  /// What a half-written row may be; the checks before publishing name it.
  private static final Set<String> MAY_WAIT =
      Set.of(
          "answer.empty",
          "answer.long",
          "question.empty",
          "buttons.many",
          "buttons.alike",
          "dates.order");

  private RowText() {}

  /// What became of texts that were to be a row.
  public sealed interface Reading {

    /// The row they make.
    record Read(Row row) implements Reading {}

    /// A text that its cell cannot hold.
    record Refused(Problem problem) implements Reading {}
  }

  /// A cell's text.
  ///
  /// @param language of words such as yes and no
  public static String of(Row row, Column column, Locale language) {
    return MatrixSheet.cell(row, column, language);
  }

  /// Several things as the text of one cell, one a line.
  public static String list(List<String> items) {
    return Cells.joined(items);
  }

  /// Everything a search for the row looks at, folded.
  public static String searched(Row row) {
    var words = new ArrayList<>(List.of(row.id().value(), row.category(), row.topic()));
    words.addAll(row.phrases());
    words.add(row.answer());
    words.addAll(row.answersByChannel().values());
    words.add(row.notes());
    return Folded.of(String.join(" ", words));
  }

  /// The row with other texts in some cells. Empty question and answer, too long answers and too
  /// many buttons are taken: a draft may be half-written. The state is not a text; it is kept.
  ///
  /// @param answers by channel type
  public static Reading with(Row row, Map<Column, String> texts, Map<String, String> answers) {
    var changed = new EnumMap<Column, String>(Column.class);
    changed.putAll(texts);
    if (changed.getOrDefault(Column.FOLLOW_UP, "-").isBlank()) {
      changed.put(Column.FOLLOW_UP_DELAY, "");
    }
    var line = new Line(row, changed, answers);
    var problems = new Problems();
    var parser = new RowParser(line.header(), row.language(), Limits.DEFAULT, problems);
    var read = parser.parse(new Table.Line(1, line.cells())).row();
    return problems
        .first(it -> !MAY_WAIT.contains(it.key()))
        .<Reading>map(Reading.Refused::new)
        .orElseGet(() -> new Reading.Read(read.withState(row.state())));
  }

  /// A row laid out under every header.
  private record Line(Row row, Map<Column, String> changed, Map<String, String> answers) {

    List<String> cells() {
      var cells = new ArrayList<String>();
      for (var column : COLUMNS) {
        var text = changed.getOrDefault(column, MatrixSheet.cell(row, column, Locale.ENGLISH));
        cells.add(Guard.put(text));
      }
      for (var channel : channels()) {
        var before = row.answersByChannel().getOrDefault(channel, "");
        cells.add(Guard.put(answers.getOrDefault(channel, before)));
      }
      return cells;
    }

    private TreeSet<String> channels() {
      var channels = new TreeSet<>(row.answersByChannel().keySet());
      channels.addAll(answers.keySet());
      return channels;
    }

    HeaderRow header() {
      var names = new ArrayList<String>();
      var columns = new EnumMap<Column, Integer>(Column.class);
      for (var column : COLUMNS) {
        columns.put(column, names.size());
        names.add(column.header(Locale.ENGLISH));
      }
      var channels = new TreeMap<String, Integer>();
      for (var channel : channels()) {
        channels.put(channel, names.size());
        names.add(channel);
      }
      return new HeaderRow("", 0, new Table.Line(1, names), columns, channels);
    }
  }
}
