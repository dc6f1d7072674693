package dev.relevo.knowledge.matrix;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can only be seen over all rows: ids given twice, a question in two rows, targets that lead
/// nowhere.
final class MatrixChecks {

  private final HeaderRow header;
  private final Problems problems;
  private final Map<RowId, RowParser.Parsed> byId = new HashMap<>();
  private final Map<String, RowParser.Parsed> byPhrase = new HashMap<>();

  MatrixChecks(HeaderRow header, Problems problems) {
    this.header = header;
    this.problems = problems;
  }

  void check(List<RowParser.Parsed> rows) {
    rows.forEach(this::checkId);
    for (var parsed : rows) {
      if (parsed.row().state() != RowState.TO_DELETE) {
        checkPhrases(parsed);
        checkButtons(parsed);
        checkFollowUp(parsed);
      }
    }
    if (problems.isEmpty() && rows.stream().noneMatch(parsed -> parsed.row().isAnswerable())) {
      problems.add(Problem.Place.sheet(header.sheet()), "sheet.no-answers");
    }
  }

  private void checkId(RowParser.Parsed parsed) {
    var first = byId.putIfAbsent(parsed.row().id(), parsed);
    if (first != null && !parsed.row().question().isEmpty()) {
      boolean isGiven = !header.text(Column.ID, parsed.line()).isBlank();
      // Two generated ids are only alike where the questions are, which is said below; not of a
      // working copy.
      if (isGiven || problems.isWorkingCopy() || !header.text(Column.ID, first.line()).isBlank()) {
        problems.add(
            header.place(Column.ID, parsed.line()),
            "id.twice",
            parsed.row().id(),
            first.line().number());
      }
    }
  }

  private void checkPhrases(RowParser.Parsed parsed) {
    Set<String> own = new HashSet<>();
    var row = parsed.row();
    for (var phrase : row.phrases()) {
      var key = row.language().getLanguage() + ' ' + Folded.of(phrase);
      if (phrase.isEmpty() || !own.add(key)) {
        continue;
      }
      var other = byPhrase.putIfAbsent(key, parsed);
      if (other != null) {
        var column = phrase.equals(row.question()) ? Column.QUESTION : Column.VARIANTS;
        problems.add(
            header.place(column, parsed.line()),
            "phrase.twice",
            phrase,
            other.line().number(),
            other.row().id());
      }
    }
  }

  private void checkButtons(RowParser.Parsed parsed) {
    for (var button : parsed.row().buttons()) {
      if (button.action() instanceof Button.Action.GoTo(var target)) {
        checkTarget(parsed, Column.BUTTONS, target);
      }
    }
  }

  private void checkFollowUp(RowParser.Parsed parsed) {
    parsed.row().followUp().ifPresent(it -> checkTarget(parsed, Column.FOLLOW_UP, it.row()));
  }

  private void checkTarget(RowParser.Parsed parsed, Column column, RowId target) {
    var found = byId.get(target);
    if (found == null) {
      problems.add(header.place(column, parsed.line()), "target.unknown", target);
    } else if (found.isSound() && !found.row().isAnswerable()) {
      problems.add(
          header.place(column, parsed.line()), "target.unanswered", target, found.line().number());
    }
  }
}
