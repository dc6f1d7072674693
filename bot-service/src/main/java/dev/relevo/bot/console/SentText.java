package dev.relevo.bot.console;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request as it was sent to an OpenAI-compatible endpoint, made readable: its messages one by
/// one, JSON indented. What is not such a request is shown as it is.
record SentText(List<CallLine.Part> parts, String frame) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  SentText {
    parts = List.copyOf(parts);
  }

  static SentText of(String body) {
    try {
      return JSON.readTree(body) instanceof ObjectNode request ? of(request) : raw(body);
    } catch (JacksonException notJson) {
      return raw(body);
    }
  }

  /// JSON indented, anything else as it is.
  static String indented(String text) {
    try {
      var node = JSON.readTree(text);
      return node.isContainer() ? JSON.writeValueAsString(node) : text;
    } catch (JacksonException notJson) {
      return text;
    }
  }

  private static SentText raw(String body) {
    return new SentText(List.of(new CallLine.Part("data", body)), "");
  }

  private static SentText of(ObjectNode request) {
    var parts = new ArrayList<CallLine.Part>();
    for (var message : request.path("messages")) {
      parts.add(new CallLine.Part(role(message), text(message)));
    }
    request.remove("messages");
    return new SentText(parts, request.isEmpty() ? "" : JSON.writeValueAsString(request));
  }

  private static String role(JsonNode message) {
    return switch (message.path("role").asString("")) {
      case "system", "developer" -> "rules";
      case "assistant" -> "model";
      case "tool" -> "result";
      default -> "data";
    };
  }

  private static String text(JsonNode message) {
    var content = message.path("content");
    var said =
        content.isString()
            ? indented(content.asString())
            : content.isContainer() ? JSON.writeValueAsString(content) : "";
    var asked = message.path("tool_calls");
    return asked.isEmpty() ? said : (said + "\n" + JSON.writeValueAsString(asked)).strip();
  }
}
