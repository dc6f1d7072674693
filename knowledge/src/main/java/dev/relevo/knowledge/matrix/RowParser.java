package dev.relevo.knowledge.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes a row of one line of a sheet, or says what is wrong with it.
final class RowParser {

  private final HeaderRow header;
  private final Locale defaultLanguage;
  private final Limits limits;
  private final Problems problems;

  RowParser(HeaderRow header, Locale defaultLanguage, Limits limits, Problems problems) {
    this.header = header;
    this.defaultLanguage = defaultLanguage;
    this.limits = limits;
    this.problems = problems;
  }

  /// A row with the line it came from.
  ///
  /// @param isSound whether the line gave no problem; otherwise the row is good for its id only
  record Parsed(Table.Line line, Row row, boolean isSound) {}

  Parsed parse(Table.Line line) {
    return new Parsing(line).parse();
  }

  private final class Parsing {

    private final Table.Line line;
    private boolean isSound = true;

    Parsing(Table.Line line) {
      this.line = line;
    }

    Parsed parse() {
      checkLengths();
      var language =
          value(Column.LANGUAGE, "language.unknown", CellWords::language).orElse(defaultLanguage);
      var state = value(Column.STATE, "state.unknown", CellWords::state).orElse(RowState.NEW);
      var question = question();
      var row =
          new Row(
              id(language, question),
              language,
              text(Column.CATEGORY),
              text(Column.TOPIC),
              question,
              Cells.items(text(Column.VARIANTS)),
              answer(state),
              yesOrNo(Column.LITERAL, true),
              answersByChannel(),
              buttons(),
              value(Column.ATTACHMENT, "attachment.unclear", AttachmentCell::read),
              followUp(),
              yesOrNo(Column.HANDOFF, false),
              Optional.of(text(Column.TEAM)),
              Cells.items(text(Column.ADD_TAGS)),
              Cells.items(text(Column.REMOVE_TAGS)),
              Optional.of(text(Column.SAVES)),
              yesOrNo(Column.CLOSES, false),
              value(Column.VALID_FROM, "date.unclear", CellWords::date),
              value(Column.VALID_UNTIL, "date.unclear", CellWords::date),
              state,
              text(Column.NOTES));
      checkDates(row.validFrom(), row.validUntil());
      return new Parsed(line, row, isSound);
    }

    private String text(Column column) {
      return isTooLong(column) ? "" : Wording.block(header.text(column, line));
    }

    private void wrong(Column column, String key, Object... arguments) {
      isSound = false;
      problems.add(header.place(column, line), key, arguments);
    }

    private void checkLengths() {
      for (var column : header.columns().keySet()) {
        int length = header.text(column, line).length();
        if (length > limits.cell()) {
          wrong(column, "cell.long", length, limits.cell());
        }
      }
    }

    private boolean isTooLong(Column column) {
      return header.text(column, line).length() > limits.cell();
    }

    private <T> Optional<T> value(
        Column column, String problem, Function<String, Optional<T>> reading) {
      var text = text(column);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      var value = reading.apply(text);
      if (value.isEmpty()) {
        wrong(column, problem, text);
      }
      return value;
    }

    private boolean yesOrNo(Column column, boolean otherwise) {
      return value(column, "yes-no.unclear", CellWords::yesOrNo).orElse(otherwise);
    }

    private String question() {
      var question = text(Column.QUESTION);
      if (question.isEmpty() && !isTooLong(Column.QUESTION)) {
        wrong(Column.QUESTION, "question.empty");
      }
      return question;
    }

    private RowId id(Locale language, String question) {
      var id = Wording.line(text(Column.ID));
      if (id.isEmpty()) {
        return GeneratedId.of(language, question);
      }
      if (!RowId.isValid(id)) {
        wrong(Column.ID, "id.invalid", id, RowId.LONGEST);
        return GeneratedId.of(language, question);
      }
      return new RowId(id);
    }

    private String answer(RowState state) {
      var answer = text(Column.ANSWER);
      boolean mayBeMissing = state == RowState.NEW_QUESTION || state == RowState.TO_DELETE;
      if (answer.isEmpty() && !mayBeMissing && !isTooLong(Column.ANSWER)) {
        wrong(Column.ANSWER, "answer.empty");
      }
      if (answer.length() > Row.LONGEST_ANSWER) {
        wrong(Column.ANSWER, "answer.long", answer.length(), Row.LONGEST_ANSWER);
      }
      return answer;
    }

    private Map<String, String> answersByChannel() {
      var answers = new HashMap<String, String>();
      for (var channel : header.channels().keySet()) {
        var answer = Wording.block(header.text(channel, line));
        if (answer.length() > Row.LONGEST_ANSWER) {
          isSound = false;
          problems.add(
              header.place(channel, line), "answer.long", answer.length(), Row.LONGEST_ANSWER);
        }
        answers.put(channel, answer);
      }
      return answers;
    }

    private List<Button> buttons() {
      var items = Cells.rawItems(text(Column.BUTTONS));
      if (items.size() > Row.MOST_BUTTONS) {
        wrong(Column.BUTTONS, "buttons.many", items.size(), Row.MOST_BUTTONS);
      }
      var buttons = new ArrayList<Button>();
      for (var item : items) {
        var parts = Cells.labelAndTarget(item);
        button(parts.getFirst(), parts.size() == 1 ? "" : parts.get(1), parts.size() == 2)
            .ifPresent(buttons::add);
      }
      if (buttons.stream().map(Button::label).distinct().count() < buttons.size()) {
        wrong(Column.BUTTONS, "buttons.alike");
      }
      return buttons;
    }

    private Optional<Button> button(String label, String target, boolean hasTarget) {
      if (label.isEmpty() || label.length() > Button.LONGEST_LABEL) {
        wrong(Column.BUTTONS, "button.label", label, label.length(), Button.LONGEST_LABEL);
        return Optional.empty();
      }
      if (!hasTarget) {
        return Optional.of(new Button(label, new Button.Action.Say()));
      }
      if (WebAddress.isValid(target)) {
        return Optional.of(new Button(label, new Button.Action.Open(target)));
      }
      if (WebAddress.isMeant(target) || !RowId.isValid(target)) {
        wrong(Column.BUTTONS, "button.target", label, target);
        return Optional.empty();
      }
      return Optional.of(new Button(label, new Button.Action.GoTo(new RowId(target))));
    }

    private Optional<Row.FollowUp> followUp() {
      var items = Cells.items(text(Column.FOLLOW_UP));
      var written = text(Column.FOLLOW_UP_DELAY);
      var delayText = written.isEmpty() && items.size() == 2 ? items.get(1) : written;
      if (items.isEmpty()) {
        if (!written.isEmpty()) {
          wrong(Column.FOLLOW_UP_DELAY, "follow-up.no-row");
        }
        return Optional.empty();
      }
      if (items.size() > 2 || !RowId.isValid(items.getFirst())) {
        wrong(Column.FOLLOW_UP, "follow-up.unclear", text(Column.FOLLOW_UP));
        return Optional.empty();
      }
      var delay = delayText.isEmpty() ? Optional.of(Duration.ZERO) : CellWords.delay(delayText);
      if (delay.isEmpty()) {
        wrong(Column.FOLLOW_UP_DELAY, "follow-up.delay", delayText);
      }
      return delay.map(after -> new Row.FollowUp(new RowId(items.getFirst()), after));
    }

    private void checkDates(Optional<LocalDate> from, Optional<LocalDate> until) {
      if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
        wrong(Column.VALID_UNTIL, "dates.order", until.get(), from.get());
      }
    }
  }
}
