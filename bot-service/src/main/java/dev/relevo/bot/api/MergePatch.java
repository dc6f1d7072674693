package dev.relevo.bot.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Merge Patch (RFC 7396): objects are merged, `null` removes, everything else replaces.
final class MergePatch {

  private MergePatch() {}

  static JsonNode applied(JsonNode patch, JsonNode target) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    var merged =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    changes
        .properties()
        .forEach(change -> {
          var name = change.getKey();
          if (change.getValue().isNull()) {
            merged.remove(name);
          } else {
            merged.set(name, applied(change.getValue(), merged.path(name)));
          }
        });
    return merged;
  }
}
