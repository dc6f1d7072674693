package dev.relevo.knowledge.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Any matrix that a file may hold, chosen by a seed: texts of every awkward sign, all columns.
final class AnyMatrix {

  private static final List<String> PIECES =
      List.of(
          "hola",
          "¿Qué",
          "ñandú",
          "a",
          " ",
          "  ",
          "\n",
          "\t",
          "|",
          "||",
          "\\",
          "\\|",
          "\\n",
          "\"",
          "'",
          "''",
          "=1+2",
          "+593",
          "-",
          "->",
          "→",
          "=>",
          "@x",
          ",",
          ";",
          "😀",
          "👩‍👩‍👧",
          "中文",
          "ا",
          "<b>",
          "&amp;",
          "]]>",
          "_x000D_",
          "_x0041_",
          "\u00A0",
          "\u2028",
          "\u200B",
          "\u0085",
          "\r\n",
          "{0}",
          "$contact.name",
          "%",
          "e\u0301",
          "1",
          "0012",
          "TRUE",
          "sí",
          "https://example.com/a?b=c&d=%20",
          "2026-01-01",
          "#REF!",
          "\uFEFF",
          "\u0001",
          "\uD83D");

  private final Random random;
  private final Set<String> phrases = new HashSet<>();
  private final Set<RowId> ids = new HashSet<>();

  AnyMatrix(long seed) {
    random = new Random(seed);
  }

  Matrix matrix() {
    var answered = new ArrayList<RowId>();
    var rows = new ArrayList<Row>();
    int count = 1 + random.nextInt(6);
    for (int row = 0; row < count; row++) {
      var id = id();
      answered.add(id);
      rows.add(row(id, answered));
    }
    return new Matrix(rows);
  }

  private Row row(RowId id, List<RowId> targets) {
    var from = some(this::date);
    return new Row(
        id,
        Locale.forLanguageTag(
            oneOf(List.of("es", "en", "pt-BR", "es-EC", "qu", "zh-Hant-TW", "und"))),
        text(4),
        text(4),
        phrase(),
        phrases(),
        text(12, 1),
        random.nextBoolean(),
        answersByChannel(),
        buttons(targets),
        some(() ->
            new Row.Attachment(
                oneOf(List.of("image", "video", "audio", "file")),
                "https://example.com/a%20b.pdf?x=1,2;3")),
        some(() -> new Row.FollowUp(oneOf(targets), Duration.ofSeconds(random.nextInt(86_401)))),
        random.nextBoolean(),
        some(() -> text(3, 1)),
        texts(),
        texts(),
        some(() -> text(3, 1)),
        random.nextBoolean(),
        from,
        from.map(date -> date.plusDays(random.nextInt(1_000))),
        oneOf(
            List.of(
                RowState.NEW,
                RowState.PROGRAMMED,
                RowState.CHANGE_REQUESTED,
                RowState.NEW_QUESTION)),
        text(6));
  }

  private RowId id() {
    while (true) {
      var id = Wording.line(text(4, 1));
      if (RowId.isValid(id) && ids.add(new RowId(id))) {
        return new RowId(id);
      }
    }
  }

  /// A phrase that no other row has.
  private String phrase() {
    while (true) {
      var phrase = text(6, 1);
      if (!phrase.isEmpty()
          && phrases.add(Folded.of(phrase))
          && phrases.add(Folded.of(Wording.line(phrase)) + "!")) {
        return phrase;
      }
    }
  }

  private List<String> phrases() {
    var variants = new ArrayList<String>();
    for (int count = random.nextInt(5); count > 0; count--) {
      variants.add(phrase());
    }
    return variants;
  }

  private List<String> texts() {
    var texts = new ArrayList<String>();
    for (int count = random.nextInt(4); count > 0; count--) {
      texts.add(text(4));
    }
    return texts;
  }

  private Map<String, String> answersByChannel() {
    var answers = new HashMap<String, String>();
    for (var channel : List.of("whatsapp", "webchat", "sms", "my_channel-2")) {
      if (random.nextInt(3) == 0) {
        answers.put(channel, text(8));
      }
    }
    return answers;
  }

  private List<Button> buttons(List<RowId> targets) {
    var buttons = new ArrayList<Button>();
    var labels = new HashSet<String>();
    for (int count = random.nextInt(11); count > 0; count--) {
      var label = Wording.line(text(3, 1));
      if (!label.isEmpty() && label.length() <= 20 && labels.add(label)) {
        buttons.add(new Button(label, action(targets)));
      }
    }
    return buttons;
  }

  private Button.Action action(List<RowId> targets) {
    return switch (random.nextInt(3)) {
      case 0 -> new Button.Action.Say();
      case 1 -> new Button.Action.GoTo(oneOf(targets));
      default ->
          new Button.Action.Open("https://example.com/%7C?a=b-%3Ec=d->e".replace(">", "%3E"));
    };
  }

  private LocalDate date() {
    return LocalDate.of(1990 + random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private String text(int pieces) {
    return text(pieces, 0);
  }

  /// Not empty if at least one piece is asked for.
  private String text(int most, int least) {
    var text = new StringBuilder();
    for (int count = least + random.nextInt(most); count > 0; count--) {
      text.append(oneOf(PIECES));
    }
    var cleaned = Wording.block(text.toString());
    return least > 0 && Wording.line(cleaned).isEmpty() ? text(most, least) : cleaned;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> Optional<T> some(java.util.function.Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }
}
