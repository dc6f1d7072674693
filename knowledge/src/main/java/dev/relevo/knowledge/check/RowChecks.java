package dev.relevo.knowledge.check;

import dev.relevo.knowledge.check.Finding.Kind;
import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is wrong with a row by itself, and with where it leads.
final class RowChecks {

  private final Matrix draft;
  private final List<Finding> findings = new ArrayList<>();

  RowChecks(Matrix draft) {
    this.draft = draft;
  }

  List<Finding> of(Row row) {
    question(row);
    answer(row);
    buttons(row);
    followUp(row);
    days(row);
    return findings;
  }

  private void question(Row row) {
    if (row.question().isEmpty()) {
      found(Kind.EMPTY_QUESTION, row, Optional.of(new Fix.Leave(row.id())));
    }
  }

  private void answer(Row row) {
    if (row.answer().isEmpty()) {
      found(Kind.EMPTY_ANSWER, row, Optional.empty());
    }
    int most = Row.LONGEST_ANSWER;
    if (row.answer().length() > most) {
      var fix = Texts.rewritten(row, Map.of(Column.ANSWER, Texts.shortened(row.answer(), most)));
      found(Kind.LONG_ANSWER, row, fix, "" + row.answer().length(), "" + most);
    }
  }

  private void buttons(Row row) {
    int count = row.buttons().size();
    if (count > Row.MOST_BUTTONS) {
      var fix = withoutButtons(row, index -> index >= Row.MOST_BUTTONS);
      found(Kind.TOO_MANY_BUTTONS, row, fix, "" + count, "" + Row.MOST_BUTTONS);
    }
    var labels = new HashSet<String>();
    for (int at = 0; at < count; at++) {
      var button = row.buttons().get(at);
      int here = at;
      var without = withoutButtons(row, index -> index == here);
      if (!labels.add(button.label())) {
        found(Kind.ALIKE_BUTTONS, row, without, button.label());
      }
      if (button.action() instanceof Button.Action.GoTo(var target)) {
        target(row, target, without);
      }
    }
  }

  private void followUp(Row row) {
    row.followUp()
        .ifPresent(it -> target(row, it.row(), Texts.rewritten(row, Map.of(Column.FOLLOW_UP, ""))));
  }

  private void target(Row row, RowId target, Optional<Fix> fix) {
    var found = draft.row(target);
    if (found.isEmpty()) {
      found(Kind.UNKNOWN_TARGET, row, fix, target.value());
    } else if (!found.get().isAnswerable()) {
      findings.add(
          new Finding(
              Kind.UNANSWERED_TARGET, row.id(), Optional.of(target), List.of(target.value()), fix));
    }
  }

  private void days(Row row) {
    var from = row.validFrom();
    var until = row.validUntil();
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      var first = from.get().toString();
      var last = until.get().toString();
      var turned = Map.of(Column.VALID_FROM, last, Column.VALID_UNTIL, first);
      found(Kind.DAYS_ORDER, row, Texts.rewritten(row, turned), last, first);
    }
  }

  private static Optional<Fix> withoutButtons(Row row, Predicate<Integer> dropped) {
    return Texts.rewritten(
        row, Map.of(Column.BUTTONS, Texts.withoutLines(row, Column.BUTTONS, dropped)));
  }

  private void found(Kind kind, Row row, Optional<Fix> fix, String... words) {
    findings.add(new Finding(kind, row.id(), Optional.empty(), List.of(words), fix));
  }
}
