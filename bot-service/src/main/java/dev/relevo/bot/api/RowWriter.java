package dev.relevo.bot.api;

import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowState;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes rows as partners read them: every member is there, `null` where there is nothing, so that
/// a reader needs no defaults.
final class RowWriter {

  static final String ROWS = "/api/v1/matrix/rows/";

  private RowWriter() {}

  /// A row of the draft, with its revision and who changed it last.
  static ObjectNode written(DraftRow draft) {
    return written(draft.row())
        .put("revision", draft.revision())
        .put("changedAt", draft.at().toString())
        .put("changedBy", draft.by())
        .put("href", ROWS + RowAddress.of(draft.row().id()));
  }

  static ObjectNode written(Row row) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id().value());
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
    json.putNull("attachment");
    row.attachment()
        .ifPresent(it -> json.putObject("attachment").put("kind", it.kind()).put("url", it.url()));
    json.putNull("followUp");
    row.followUp()
        .ifPresent(it ->
            json.putObject("followUp")
                .put("row", it.row().value())
                .put("seconds", it.delay().toSeconds()));
    json.put("handoff", row.handoff());
    json.put("team", row.team().orElse(null));
    put(json, "addTags", row.addTags());
    put(json, "removeTags", row.removeTags());
    json.put("saves", row.saves().orElse(null));
    json.put("closes", row.closes());
    json.put("validFrom", row.validFrom().map(Object::toString).orElse(null));
    json.put("validUntil", row.validUntil().map(Object::toString).orElse(null));
    json.put("state", state(row.state()));
    json.put("notes", row.notes());
    return json;
  }

  /// A state's name for partners: `change-requested`.
  static String state(RowState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
}
