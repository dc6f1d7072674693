package dev.relevo.knowledge.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A row as it lies in the database, without its id. Written out field by field, so that versions
/// published today are still read when the record has grown: what is missing has its default.
public final class RowJson {

  private final JsonMapper mapper = new JsonMapper();

  public String written(Row row) {
    var json = mapper.createObjectNode();
    json.put("language", row.language().toLanguageTag());
    json.put("category", row.category());
    json.put("topic", row.topic());
    json.put("question", row.question());
    put(json, "variants", row.variants());
    json.put("answer", row.answer());
    json.put("literal", row.literal());
    var answers = json.putObject("answersByChannel");
    row.answersByChannel().forEach(answers::put);
    var buttons = json.putArray("buttons");
    row.buttons().forEach(button -> put(buttons.addObject(), button));
    row.attachment()
        .ifPresent(it -> json.putObject("attachment").put("kind", it.kind()).put("url", it.url()));
    row.followUp()
        .ifPresent(it ->
            json.putObject("followUp")
                .put("row", it.row().value())
                .put("seconds", it.delay().toSeconds()));
    json.put("handoff", row.handoff());
    row.team().ifPresent(team -> json.put("team", team));
    put(json, "addTags", row.addTags());
    put(json, "removeTags", row.removeTags());
    row.saves().ifPresent(field -> json.put("saves", field));
    json.put("closes", row.closes());
    row.validFrom().ifPresent(day -> json.put("validFrom", day.toString()));
    row.validUntil().ifPresent(day -> json.put("validUntil", day.toString()));
    json.put("state", row.state().name());
    json.put("notes", row.notes());
    return mapper.writeValueAsString(json);
  }

  private static void put(ObjectNode json, String name, List<String> texts) {
    var array = json.putArray(name);
    texts.forEach(array::add);
  }

  private static void put(ObjectNode json, Button button) {
    json.put("label", button.label());
    switch (button.action()) {
      case Button.Action.Say() -> {}
      case Button.Action.GoTo(var row) -> json.put("row", row.value());
      case Button.Action.Open(var url) -> json.put("url", url);
    }
  }

  public Row read(String id, String content) {
    var json = mapper.readTree(content);
    return new Row(
        new RowId(id),
        Locale.forLanguageTag(text(json, "language")),
        text(json, "category"),
        text(json, "topic"),
        text(json, "question"),
        texts(json, "variants"),
        text(json, "answer"),
        json.path("literal").asBoolean(true),
        answers(json.path("answersByChannel")),
        buttons(json.path("buttons")),
        optional(json, "attachment")
            .map(it -> new Row.Attachment(text(it, "kind"), text(it, "url"))),
        optional(json, "followUp").map(RowJson::followUp),
        json.path("handoff").asBoolean(false),
        optional(json, "team").map(JsonNode::asString),
        texts(json, "addTags"),
        texts(json, "removeTags"),
        optional(json, "saves").map(JsonNode::asString),
        json.path("closes").asBoolean(false),
        optional(json, "validFrom").map(day -> LocalDate.parse(day.asString())),
        optional(json, "validUntil").map(day -> LocalDate.parse(day.asString())),
        optional(json, "state").map(it -> RowState.valueOf(it.asString())).orElse(RowState.NEW),
        text(json, "notes"));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }

  private static Optional<JsonNode> optional(JsonNode json, String name) {
    return json.optional(name);
  }

  private static List<String> texts(JsonNode json, String name) {
    var texts = new ArrayList<String>();
    json.path(name).forEach(text -> texts.add(text.asString()));
    return texts;
  }

  private static Map<String, String> answers(JsonNode json) {
    var answers = new TreeMap<String, String>();
    json.properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue().asString()));
    return answers;
  }

  private static List<Button> buttons(JsonNode json) {
    var buttons = new ArrayList<Button>();
    json.forEach(button -> buttons.add(new Button(text(button, "label"), action(button))));
    return buttons;
  }

  private static Button.Action action(JsonNode button) {
    if (button.has("row")) {
      return new Button.Action.GoTo(new RowId(text(button, "row")));
    }
    return button.has("url")
        ? new Button.Action.Open(text(button, "url"))
        : new Button.Action.Say();
  }

  private static Row.FollowUp followUp(JsonNode json) {
    return new Row.FollowUp(
        new RowId(text(json, "row")), Duration.ofSeconds(json.path("seconds").asLong(0)));
  }
}
