package dev.relevo.bot.api;

import dev.relevo.bot.problem.Fault;
import dev.relevo.bot.problem.Fault.Kind;
import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads a row as partners write it; [RowWriter] writes the same shape.
final class RowReader {

  private static final String CHANNEL = "[a-z0-9_-]{1,40}";
  private static final String WEB_ADDRESS = "http(s)://…";
  private static final RowId NO_ROW = new RowId("?");

  private final Locale otherwise;
  private final List<Fault> faults = new ArrayList<>();

  /// @param otherwise the language of rows that name none
  RowReader(Locale otherwise) {
    this.otherwise = otherwise;
  }

  /// Reads a row that names itself.
  Row row(JsonNode json, String path) {
    var members = Members.of(json, path, faults);
    return row(members, id(members, "id", members.neededText("id", RowLimits.ID)).orElse(NO_ROW));
  }

  /// Reads the row of that id; the body may say it too, but no other.
  Row row(JsonNode json, RowId id) {
    var members = Members.of(json, "", faults);
    var said = members.text("id", RowLimits.ID);
    if (!said.isEmpty() && !said.equals(id.value())) {
      members.fault("id", Kind.VALUE, said, id.value());
    }
    return row(members, id);
  }

  /// @throws dev.relevo.bot.problem.Refused if anything read so far was wrong
  void refuseFaults() {
    if (!faults.isEmpty()) {
      throw Fault.refused(faults);
    }
  }

  void fault(String path, Kind kind, Object... arguments) {
    faults.add(Fault.at(path, kind, arguments));
  }

  List<Fault> faults() {
    return faults;
  }

  private Row row(Members in, RowId id) {
    var row =
        new Row(
            id,
            language(in),
            in.text("category", RowLimits.NAME),
            in.text("topic", RowLimits.NAME),
            in.neededText("question", RowLimits.QUESTION),
            variants(in),
            in.text("answer", RowLimits.ANSWER),
            in.flag("literal", true),
            answers(in),
            buttons(in),
            in.inner("attachment").flatMap(this::attachment),
            in.inner("followUp").flatMap(this::followUp),
            in.flag("handoff", false),
            in.optionalText("team", RowLimits.NAME),
            in.texts("addTags", RowLimits.TAGS, RowLimits.TAG),
            in.texts("removeTags", RowLimits.TAGS, RowLimits.TAG),
            in.optionalText("saves", RowLimits.NAME),
            in.flag("closes", false),
            day(in, "validFrom"),
            day(in, "validUntil"),
            RowState.NEW,
            in.text("notes", RowLimits.NOTES));
    checkWhole(in, row);
    in.ignore(RowLimits.OURS.toArray(String[]::new));
    in.end();
    return row;
  }

  /// What can only be seen once a text is without what no row keeps (control characters, blanks
  /// around it), or beside another field.
  private void checkWhole(Members in, Row row) {
    if (row.question().isEmpty() && faults.isEmpty()) {
      in.fault("question", Kind.MISSING);
    }
    if (row.validFrom().isPresent()
        && row.validUntil().filter(row.validFrom().get()::isAfter).isPresent()) {
      in.fault("validUntil", Kind.VALUE, row.validUntil().get(), "≥ " + row.validFrom().get());
    }
  }

  private Locale language(Members in) {
    var tag = in.text("language", RowLimits.LANGUAGE);
    if (tag.isEmpty()) {
      return otherwise;
    }
    try {
      var language = new Locale.Builder().setLanguageTag(tag).build();
      if (!language.getLanguage().isEmpty()) {
        return language;
      }
    } catch (IllformedLocaleException notATag) {
      // said below
    }
    in.fault("language", Kind.VALUE, tag, "es, en, pt-BR, …");
    return otherwise;
  }

  private static List<String> variants(Members in) {
    var variants = in.texts("variants", RowLimits.VARIANTS, RowLimits.QUESTION);
    var together = variants.stream().mapToInt(it -> it.length() + 1).sum();
    if (together > RowLimits.VARIANTS_TOGETHER) {
      in.fault("variants", Kind.LENGTH, together, 0, RowLimits.VARIANTS_TOGETHER);
    }
    return variants;
  }

  private Map<String, String> answers(Members in) {
    var inside = in.inside("answersByChannel");
    var answers = new TreeMap<String, String>();
    if (inside.names().size() > RowLimits.CHANNELS) {
      in.fault("answersByChannel", Kind.COUNT, inside.names().size(), RowLimits.CHANNELS);
      return answers;
    }
    for (var channel : inside.names()) {
      var answer = inside.text(channel, RowLimits.ANSWER);
      if (channel.matches(CHANNEL)) {
        answers.put(channel, answer);
      } else {
        inside.fault(channel, Kind.VALUE, channel, CHANNEL);
      }
    }
    return answers;
  }

  private List<Button> buttons(Members in) {
    var labels = new HashSet<String>();
    return in.list(
        "buttons",
        RowLimits.BUTTONS,
        (item, at) -> {
          var members = Members.of(item, at, faults);
          var button = button(members);
          members.end();
          button
              .filter(it -> !labels.add(it.label()))
              .ifPresent(it -> members.fault("label", Kind.TWICE, it.label()));
          return button;
        });
  }

  private Optional<Button> button(Members in) {
    var label = in.neededText("label", RowLimits.LABEL);
    var row = in.optionalText("row", RowLimits.ID);
    var url = in.optionalText("url", RowLimits.URL);
    if (row.isPresent() && url.isPresent()) {
      in.fault("url", Kind.VALUE, url.get(), "row | url");
      return Optional.empty();
    }
    if (label.isBlank()) {
      return Optional.empty();
    }
    if (row.isPresent()) {
      return id(in, "row", row.get()).flatMap(it -> made(in, label, new Button.Action.GoTo(it)));
    }
    if (url.isPresent()) {
      return opened(in, url.get()).flatMap(it -> made(in, label, it));
    }
    return made(in, label, new Button.Action.Say());
  }

  /// A label may turn out empty once it is without what no row keeps.
  private static Optional<Button> made(Members in, String label, Button.Action action) {
    try {
      return Optional.of(new Button(label, action));
    } catch (IllegalArgumentException emptyLabel) {
      in.fault("label", Kind.MISSING);
      return Optional.empty();
    }
  }

  private static Optional<Button.Action.Open> opened(Members in, String url) {
    try {
      return Optional.of(new Button.Action.Open(url));
    } catch (IllegalArgumentException notAnAddress) {
      in.fault("url", Kind.VALUE, url, WEB_ADDRESS);
      return Optional.empty();
    }
  }

  private Optional<Row.Attachment> attachment(Members in) {
    var kind = in.neededText("kind", RowLimits.LABEL);
    var url = in.neededText("url", RowLimits.URL);
    in.end();
    if (kind.isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    if (!List.of("image", "video", "audio", "file").contains(kind)) {
      in.fault("kind", Kind.VALUE, kind, "image | video | audio | file");
      return Optional.empty();
    }
    try {
      return Optional.of(new Row.Attachment(kind, url));
    } catch (IllegalArgumentException notAnAddress) {
      in.fault("url", Kind.VALUE, url, WEB_ADDRESS);
      return Optional.empty();
    }
  }

  private Optional<Row.FollowUp> followUp(Members in) {
    var row = id(in, "row", in.neededText("row", RowLimits.ID));
    var seconds = in.number("seconds", 0, RowLimits.FOLLOW_UP_SECONDS);
    in.end();
    return row.map(it -> new Row.FollowUp(it, Duration.ofSeconds(seconds)));
  }

  private static Optional<RowId> id(Members in, String name, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RowId(text));
    } catch (IllegalArgumentException notAnId) {
      in.fault(name, Kind.VALUE, text, "1–64, ≠ \" x \", ≠ \"://\"");
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(Members in, String name) {
    var text = in.optionalText(name, 20);
    try {
      return text.map(LocalDate::parse).filter(it -> it.getYear() >= 0 && it.getYear() <= 9_999);
    } catch (DateTimeParseException notADay) {
      in.fault(name, Kind.VALUE, text.orElse(""), "2026-12-31");
      return Optional.empty();
    }
  }
}
