package dev.relevo.bot.responder.llm;

import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.fact.Masking;
import dev.relevo.bot.llm.Tool;
import dev.relevo.bot.llm.ToolCall;
import dev.relevo.bot.responder.Asking;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a model asks to be done in one turn: each wish is held to what the owner allowed and to
/// what the customer wrote, and only noted. What is refused is told to the model as data.
final class Errands {

  static final String SAVE = "save_field";
  static final String TAG = "add_tag";
  static final String ASSIGN = "assign";
  static final String CLOSE = "close_conversation";

  private static final String NOT_UNDERSTOOD = "the arguments are not understood";
  private static final Map<String, Set<String>> ARGUMENTS =
      Map.of(
          SAVE, Set.of("field", "value"),
          TAG, Set.of("tag"),
          ASSIGN, Set.of("to"),
          CLOSE, Set.of());
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> STANDARD = Set.of("name", "email", "phone", "language");
  private static final int LONGEST_VALUE = 255;
  private static final int LONGEST_NAME = 80;

  private final Asking asking;
  private final Powers powers;
  private final Checks checks;
  private final Masking masking;
  private final OwnWords ownWords;
  private final Map<String, Field> custom;
  private final Map<String, CrmAction> wishes = new LinkedHashMap<>();
  private Optional<String> team = Optional.empty();
  private boolean handsOver;

  Errands(Asking asking, Checks checks, Masking masking) {
    this.asking = asking;
    this.powers = asking.assistant().manner().powers();
    this.checks = checks;
    this.masking = masking;
    this.ownWords = OwnWords.of(asking);
    this.custom =
        powers.fields().stream().allMatch(STANDARD::contains)
            ? Map.of()
            : checks.fields(asking.workspace()).stream()
                .filter(it -> powers.fields().contains(it.slug()))
                .collect(Collectors.toMap(Field::slug, it -> it));
  }

  /// What was taken over, in order.
  List<CrmAction> actions() {
    var actions = new ArrayList<>(wishes.values());
    actions.removeIf(it -> handsOver && it instanceof CrmAction.CloseConversation);
    return actions;
  }

  /// Of these, what the customer told about himself.
  List<CrmAction> learnt() {
    return actions().stream().filter(CrmAction.SetField.class::isInstance).toList();
  }

  /// Whether somebody is to take over.
  boolean handsOver() {
    return handsOver;
  }

  /// The team that is to take over, by name.
  Optional<String> team() {
    return team;
  }

  /// What the owner allows.
  List<Tool> tools() {
    var tools = new ArrayList<Tool>();
    if (!fields().isEmpty()) {
      tools.add(
          tool(
              SAVE,
              "Keep what the customer told about himself, as he wrote it.",
              argument("field", fields()),
              argument("value", Set.of())));
    }
    if (!powers.tags().isEmpty()) {
      tools.add(tool(TAG, "Tag the customer.", argument("tag", new TreeSet<>(powers.tags()))));
    }
    if (powers.assigns() || !powers.teams().isEmpty()) {
      tools.add(
          tool(
              ASSIGN,
              "Hand over to a team, or to a member by e-mail.",
              argument("to", powers.assigns() ? Set.of() : new TreeSet<>(powers.teams()))));
    }
    if (powers.closes()) {
      tools.add(tool(CLOSE, "The customer is done and wants nothing more."));
    }
    return List.copyOf(tools);
  }

  /// Notes a wish, or refuses it; what the model is told.
  String take(ToolCall call) {
    var refusal = arguments(call).map(it -> take(call.name(), it)).orElse(NOT_UNDERSTOOD);
    return (refusal.isEmpty()
            ? JsonNodeFactory.instance.objectNode().put("noted", true)
            : JsonNodeFactory.instance.objectNode().put("refused", refusal))
        .toString();
  }

  /// Why not; empty when it was noted.
  private String take(String tool, Map<String, String> arguments) {
    var wanted = ARGUMENTS.get(tool);
    if (wanted == null) {
      return "there is no such tool";
    }
    if (!arguments.keySet().equals(wanted)) {
      return NOT_UNDERSTOOD;
    }
    return switch (tool) {
      case SAVE -> save(arguments.getOrDefault("field", ""), arguments.getOrDefault("value", ""));
      case TAG -> tag(arguments.getOrDefault("tag", ""));
      case ASSIGN -> assign(arguments.getOrDefault("to", ""));
      default -> close();
    };
  }

  private String save(String field, String value) {
    if (!fields().contains(field)) {
      return "this field may not be filled";
    }
    if (value.isBlank() || value.length() > (field.equals("name") ? LONGEST_NAME : LONGEST_VALUE)) {
      return "the value is empty or too long";
    }
    if (field.equals("name") && !value.matches("[\\p{L}\\p{M} .'’-]+")) {
      return "this is no name";
    }
    if (!ownWords.hold(field, Optional.ofNullable(custom.get(field)), value)) {
      return "the customer did not write this value";
    }
    var wish = new CrmAction.SetField(field, value);
    var refusal = checks.refusal(asking.workspace(), wish);
    if (refusal.isEmpty()) {
      wishes.put(SAVE + " " + field, wish);
    }
    return refusal.orElse("");
  }

  private String tag(String tag) {
    if (!powers.tags().contains(tag)) {
      return "this tag may not be added";
    }
    wishes.put(TAG + " " + tag, new CrmAction.AddTags(List.of(tag)));
    return "";
  }

  private String assign(String to) {
    var named = powers.teams().stream().filter(to.strip()::equalsIgnoreCase).findFirst();
    var member =
        named.isEmpty() && powers.assigns()
            ? checks.member(asking.workspace(), to.strip())
            : Optional.<MemberId>empty();
    if (named.isEmpty() && member.isEmpty()) {
      return "nobody of that name may be assigned";
    }
    team = named;
    member.ifPresentOrElse(
        it -> wishes.put(ASSIGN, new CrmAction.Assign(it)), () -> wishes.remove(ASSIGN));
    handsOver = true;
    return "";
  }

  private String close() {
    if (!powers.closes()) {
      return "the conversation may not be closed";
    }
    wishes.put(CLOSE, new CrmAction.CloseConversation(new ClosingNote("", "")));
    return "";
  }

  private Set<String> fields() {
    var fields = new TreeSet<>(custom.keySet());
    powers.fields().stream().filter(STANDARD::contains).forEach(fields::add);
    return fields;
  }

  /// Empty unless it is an object of texts.
  private Optional<Map<String, String>> arguments(ToolCall call) {
    try {
      var node = JSON.readTree(call.arguments().isBlank() ? "{}" : call.arguments());
      if (!node.isObject() || !node.values().stream().allMatch(JsonNode::isString)) {
        return Optional.empty();
      }
      return Optional.of(
          node.propertyStream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      it -> masking.restore(it.getValue().asString("").strip()))));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private record Argument(String name, Set<String> choices) {}

  private static Argument argument(String name, Set<String> choices) {
    return new Argument(name, choices);
  }

  private static Tool tool(String name, String description, Argument... arguments) {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.put("additionalProperties", false);
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var argument : arguments) {
      choose(properties.putObject(argument.name()).put("type", "string"), argument.choices());
      required.add(argument.name());
    }
    return new Tool(name, description, schema.toString());
  }

  private static void choose(ObjectNode property, Set<String> choices) {
    if (!choices.isEmpty()) {
      var allowed = property.putArray("enum");
      new LinkedHashSet<>(choices).forEach(allowed::add);
    }
  }
}
