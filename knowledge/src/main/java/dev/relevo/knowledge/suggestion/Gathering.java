package dev.relevo.knowledge.suggestion;

import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.sentence.Sentence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects suggested rows: gives each an id of its own, lets no phrase stand in two rows, and
/// remembers what was left out.
final class Gathering {

  private static final int MOST_LEFT_OUT = 200;
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_PHRASES = 500;
  private static final int LONGEST_PHRASE = 500;
  private static final int LONGEST_ANSWER = 2_000;
  private static final int LONGEST_LABEL = 20;
  private static final int MOST_BUTTONS = 10;

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Set<String> phrases = new HashSet<>();
  private final List<Sentence> leftOut = new ArrayList<>();

  /// A row as its source has it.
  ///
  /// @param name what the source calls it; may be empty
  /// @param answers alternatives, of which one is sent
  /// @param replies what a customer can tap
  record Source(
      String name,
      String category,
      Locale language,
      List<String> phrases,
      List<String> answers,
      List<String> replies) {}

  void leaveOut(String key, Object... arguments) {
    if (leftOut.size() < MOST_LEFT_OUT) {
      leftOut.add(Sentence.of(key, arguments));
    }
  }

  void add(Source source) {
    var ways = fresh(source);
    if (ways.isEmpty()) {
      return;
    }
    if (rows.size() >= MOST_ROWS) {
      leaveOut("suggestion.rows", MOST_ROWS);
      return;
    }
    var name = source.name().isEmpty() ? ways.getFirst() : source.name();
    var answer = answer(name, source.answers());
    var id = id(source.name(), source.language());
    rows.put(
        id.toLowerCase(Locale.ROOT),
        row(new RowId(id), source, ways, answer, buttons(name, source.replies())));
  }

  private static Row row(
      RowId id, Source source, List<String> ways, String answer, List<Button> buttons) {
    return new Row(
        id,
        source.language(),
        shortened(source.category(), 100),
        shortened(source.name(), 200),
        ways.getFirst(),
        ways.subList(1, ways.size()),
        answer,
        true,
        Map.of(),
        buttons,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        answer.isEmpty() ? RowState.NEW_QUESTION : RowState.NEW,
        "");
  }

  /// Its phrases that no other row has; none of a row that repeats another wholly.
  private List<String> fresh(Source source) {
    var fresh = new ArrayList<String>();
    for (var phrase : source.phrases()) {
      var line = oneLine(phrase);
      var isFit = !folded(line).isEmpty() && line.length() <= LONGEST_PHRASE;
      if (isFit && fresh.size() < MOST_PHRASES) {
        if (phrases.add(source.language().getLanguage() + ' ' + folded(line))) {
          fresh.add(line);
        } else if (!fresh.stream().map(Gathering::folded).toList().contains(folded(line))) {
          leaveOut("suggestion.phrase.twice", line);
        }
      } else if (!line.isEmpty()) {
        leaveOut("suggestion.phrase.long", shortened(line, 60));
      }
    }
    return fresh;
  }

  private String answer(String name, List<String> answers) {
    var kept = new ArrayList<String>();
    int length = 0;
    for (var answer : answers) {
      var text = answer.strip().replace("||", "|");
      var longer = length + text.length() + (kept.isEmpty() ? 0 : 4);
      if (text.isEmpty() || kept.contains(text)) {
        continue;
      }
      if (longer > LONGEST_ANSWER) {
        leaveOut("suggestion.answer.long", name, LONGEST_ANSWER);
      } else {
        kept.add(text);
        length = longer;
      }
    }
    if (kept.isEmpty()) {
      leaveOut("suggestion.no-answer", name);
    }
    return String.join(" || ", kept);
  }

  private List<Button> buttons(String name, List<String> replies) {
    var buttons = new LinkedHashMap<String, Button>();
    for (var reply : replies) {
      var label = oneLine(reply);
      if (label.length() > LONGEST_LABEL || buttons.size() >= MOST_BUTTONS) {
        leaveOut("suggestion.button", name, label);
      } else if (!label.isEmpty() && label.matches("[^|>\\n=\\[\\]→]+")) {
        buttons.putIfAbsent(folded(label), new Button(label, new Button.Action.Say()));
      }
    }
    return List.copyOf(buttons.values());
  }

  /// The source's name as far as an id allows, else a number.
  private String id(String name, Locale language) {
    var base = shortened(oneLine(name).replace("://", ":"), 50).strip();
    if (base.isEmpty()) {
      base = "FAQ-%03d".formatted(rows.size() + 1);
    }
    var id = base;
    for (int copy = 2; rows.containsKey(id.toLowerCase(Locale.ROOT)); copy++) {
      id = copy == 2 ? base + "-" + language.getLanguage() : base + "-" + copy;
    }
    return id;
  }

  Suggested suggested() {
    if (rows.values().stream().allMatch(it -> it.answer().isEmpty())) {
      return new Suggested.Refused(Sentence.of("suggestion.nothing"));
    }
    return new Suggested.Rows(new Matrix(List.copyOf(rows.values())), leftOut);
  }

  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private static String shortened(String text, int most) {
    var line = oneLine(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most));
  }
}
