package dev.relevo.bot.console.matrix;

import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A row as the grid shows it.
///
/// @param cells what can be edited in place
/// @param notes short words: `handoff`, `closes`, `expired`, `future`, …
/// @param below the id of the row above it; empty for the first, or when nobody asked
record Line(
    String id,
    long revision,
    String state,
    String question,
    List<Cell> cells,
    List<String> notes,
    String below) {

  /// The columns of the grid, in order.
  static final List<Column> COLUMNS =
      List.of(
          Column.QUESTION,
          Column.VARIANTS,
          Column.ANSWER,
          Column.BUTTONS,
          Column.CATEGORY,
          Column.LANGUAGE);

  /// A cell's text.
  record Cell(String column, String header, String text) {}

  static Line of(DraftRow found, LocalDate today, Locale language, String below) {
    var row = found.row();
    var cells =
        COLUMNS.stream()
            .map(it -> new Cell(it.name(), it.header(language), RowText.of(row, it, language)))
            .toList();
    return new Line(
        row.id().value(),
        found.revision(),
        row.state().name().toLowerCase(Locale.ROOT),
        row.question(),
        cells,
        notes(row, today),
        below);
  }

  private static List<String> notes(Row row, LocalDate today) {
    var notes = new ArrayList<String>();
    if (row.handoff()) {
      notes.add("handoff");
    }
    if (row.closes()) {
      notes.add("closes");
    }
    if (row.attachment().isPresent()) {
      notes.add("attachment");
    }
    if (row.followUp().isPresent()) {
      notes.add("follow-up");
    }
    if (!row.literal()) {
      notes.add("worded");
    }
    if (!row.isValidOn(today)) {
      notes.add(row.validFrom().filter(today::isBefore).isPresent() ? "future" : "expired");
    }
    return notes;
  }
}
