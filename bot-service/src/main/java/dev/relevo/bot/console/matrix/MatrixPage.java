package dev.relevo.bot.console.matrix;

import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The matrix's rows as the page lists them.
///
/// @param shown how many of the found rows are listed
record MatrixPage(List<Line> lines, int found, int all, int shown) {

  static final int LISTED = 200;

  /// A row.
  ///
  /// @param notes short words: `handoff`, `closes`, `expired`, `future`, …
  record Line(
      String id,
      String language,
      String category,
      String question,
      List<String> variants,
      String answer,
      List<String> buttons,
      List<String> notes,
      List<String> tags,
      String state) {}

  static MatrixPage of(Matrix matrix, String search, String only, LocalDate today) {
    var wanted = folded(search.strip());
    var found =
        matrix.rows().stream()
            .filter(it -> wanted.isEmpty() || holds(it, wanted))
            .filter(it -> kept(it, only, today))
            .toList();
    var lines = found.stream().limit(LISTED).map(it -> line(it, today)).toList();
    return new MatrixPage(lines, found.size(), matrix.rows().size(), lines.size());
  }

  private static boolean kept(Row row, String only, LocalDate today) {
    return switch (only) {
      case "handoff" -> row.handoff();
      case "invalid" -> !row.isValidOn(today);
      case "actions" -> !row.addTags().isEmpty() || !row.removeTags().isEmpty() || row.closes();
      default -> true;
    };
  }

  private static boolean holds(Row row, String wanted) {
    return folded(row.id().value()).contains(wanted)
        || folded(row.answer()).contains(wanted)
        || folded(row.category() + " " + row.topic()).contains(wanted)
        || row.phrases().stream().anyMatch(it -> folded(it).contains(wanted));
  }

  /// Without case and accents, so that `envio` finds `Envío`.
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Line line(Row row, LocalDate today) {
    return new Line(
        row.id().value(),
        row.language().getLanguage(),
        row.category(),
        row.question(),
        row.variants(),
        row.answer(),
        row.buttons().stream().map(Button::label).toList(),
        notes(row, today),
        row.addTags(),
        row.state().name().toLowerCase(Locale.ROOT));
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
