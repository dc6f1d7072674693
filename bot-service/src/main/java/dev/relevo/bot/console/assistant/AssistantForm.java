package dev.relevo.bot.console.assistant;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.Powers;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/// The assistant page's fields, read into an assistant. A field that cannot be read throws
/// [Unreadable] with the key of its name.
final class AssistantForm {

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final int MOST_TAGS = 50;

  private final MultiValueMap<String, String> fields;

  AssistantForm(MultiValueMap<String, String> fields) {
    this.fields = fields;
  }

  /// A field holds what it cannot.
  static final class Unreadable extends RuntimeException {

    private final String field;

    Unreadable(String field) {
      super(field);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  Assistant read(WorkspaceId workspace, AssistantId id) {
    var name = text("name");
    if (name.isEmpty() || name.length() > Assistant.LONGEST_NAME) {
      throw new Unreadable("name");
    }
    return new Assistant(
        id,
        workspace,
        name,
        on("enabled"),
        all("channel").stream().map(ChannelId::new).collect(Collectors.toSet()),
        engine(),
        Optional.of(text("speaks")).filter(it -> !it.isEmpty()).map(this::language),
        manner());
  }

  private Manner manner() {
    var persona = text("persona");
    if (persona.length() > Manner.LONGEST_PERSONA) {
      throw new Unreadable("persona");
    }
    return new Manner(
        persona,
        Optional.of(text("model")).filter(it -> !it.isEmpty()),
        decimal("temperature", BigDecimal.ONE).doubleValue(),
        (int) whole("history", 0, 12),
        on("masks"),
        hours(),
        powers(),
        bounds());
  }

  private Hours hours() {
    var spans =
        Arrays.stream(DayOfWeek.values())
            .flatMap(day ->
                Spans.read(day, text("day" + day.getValue()))
                    .orElseThrow(() -> new Unreadable("hours"))
                    .stream())
            .toList();
    return new Hours(when(), spans);
  }

  private Hours.When when() {
    return Arrays.stream(Hours.When.values())
        .filter(it -> it.name().equals(text("when")))
        .findFirst()
        .orElseThrow(() -> new Unreadable("hours"));
  }

  private Powers powers() {
    var tags = list("tags");
    var teams = list("teams");
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(it -> it.length() > 255)) {
      throw new Unreadable("tags");
    }
    if (teams.size() > MOST_TAGS || teams.stream().anyMatch(it -> it.length() > 100)) {
      throw new Unreadable("teams");
    }
    return new Powers(Set.copyOf(all("field")), tags, teams, on("assigns"), on("closes"));
  }

  private Bounds bounds() {
    return new Bounds(
        (int) whole("callsPerTurn", 1, 10),
        (int) whole("toolStepsPerTurn", 0, 10),
        (int) whole("promptTokens", 500, 100_000),
        (int) whole("answerTokens", 50, 4_000),
        (int) whole("callsPerConversation", 1, 10_000),
        whole("tokensPerConversation", 1_000, 100_000_000),
        micros("moneyPerConversation"));
  }

  private Engine engine() {
    return Arrays.stream(Engine.values())
        .filter(it -> it.name().equals(text("engine")))
        .findFirst()
        .orElseThrow(() -> new Unreadable("engine"));
  }

  private Language language(String code) {
    return Language.of(code).orElseThrow(() -> new Unreadable("speaks"));
  }

  private boolean on(String field) {
    return fields.containsKey(field);
  }

  private String text(String field) {
    return Optional.ofNullable(fields.getFirst(field)).orElse("").strip();
  }

  private List<String> all(String field) {
    return Optional.ofNullable(fields.get(field)).orElse(List.of()).stream()
        .filter(it -> !it.isBlank())
        .toList();
  }

  private Set<String> list(String field) {
    return Arrays.stream(text(field).split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toSet());
  }

  private long whole(String field, long least, long most) {
    var text = text(field);
    if (!text.matches("[0-9]{1,9}")) {
      throw new Unreadable(field);
    }
    var number = Long.parseLong(text);
    if (number < least || number > most) {
      throw new Unreadable(field);
    }
    return number;
  }

  private long micros(String field) {
    return decimal(field, BigDecimal.valueOf(1_000_000))
        .multiply(MICROS)
        .setScale(0, RoundingMode.DOWN)
        .longValueExact();
  }

  /// With a point or a comma.
  private BigDecimal decimal(String field, BigDecimal most) {
    var text = text(field).replace(',', '.');
    if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
      throw new Unreadable(field);
    }
    var number = new BigDecimal(text);
    if (number.compareTo(most) > 0) {
      throw new Unreadable(field);
    }
    return number;
  }
}
