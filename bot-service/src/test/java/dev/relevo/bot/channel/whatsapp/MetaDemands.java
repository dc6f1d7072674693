package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.WireJson.list;
import static dev.relevo.bot.channel.whatsapp.WireJson.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Meta demands of a message it is sent, checked as its documentation says, so that a test
/// notices a message the real one would refuse.
final class MetaDemands {

  private MetaDemands() {}

  /// The body as JSON; an empty object when it is none.
  static Object read(String body) {
    try {
      return WireJson.read(body);
    } catch (RuntimeException notJson) {
      return Map.of();
    }
  }

  /// What is wrong with it; empty when Meta would take it.
  static Optional<String> fault(Object json) {
    var to = text(json, "to");
    if (!text(json, "messaging_product").equals("whatsapp")) {
      return Optional.of("messaging_product must be whatsapp");
    }
    if (to.isEmpty() && text(json, "recipient").isEmpty()) {
      return Optional.of("to or recipient is missing");
    }
    if (!to.isEmpty() && !to.matches("\\+[0-9]{5,15}")) {
      return Optional.of("to must be + and digits, or it may go to the wrong person");
    }
    if (text(json, "biz_opaque_callback_data").length() > 512) {
      return Optional.of("biz_opaque_callback_data is longer than 512");
    }
    return content(json, text(json, "type"));
  }

  /// The words of a message a person would read.
  static String words(Object json, String type) {
    return switch (type) {
      case "text" -> text(json, "text", "body");
      case "interactive" -> text(json, "interactive", "body", "text");
      case "template" -> text(json, "template", "name");
      default -> text(json, type, "caption");
    };
  }

  private static Optional<String> content(Object json, String type) {
    return switch (type) {
      case "text" -> length("text.body", text(json, "text", "body"), 1, 4096);
      case "image", "video", "audio", "document" -> medium(json, type);
      case "interactive" -> interactive(json);
      case "template" ->
          length("template.name", text(json, "template", "name"), 1, 512)
              .or(() -> length("language.code", text(json, "template", "language", "code"), 2, 10));
      case "location" ->
          length("location.latitude", text(json, "location", "latitude"), 1, 40)
              .or(() -> length("location.longitude", text(json, "location", "longitude"), 1, 40));
      case "contacts" ->
          list(json, "contacts").isEmpty() ? Optional.of("no contacts") : Optional.empty();
      case "reaction" ->
          length("reaction.message_id", text(json, "reaction", "message_id"), 1, 300);
      default -> Optional.of("type is unknown: " + type);
    };
  }

  private static Optional<String> medium(Object json, String type) {
    var hasId = !text(json, type, "id").isEmpty();
    var hasLink = !text(json, type, "link").isEmpty();
    if (hasId == hasLink) {
      return Optional.of("exactly one of id and link is needed");
    }
    var caption = text(json, type, "caption");
    if (type.equals("audio") && !caption.isEmpty()) {
      return Optional.of("audio has no caption");
    }
    return length(type + ".caption", caption, 0, 1024);
  }

  private static Optional<String> interactive(Object json) {
    var body = text(json, "interactive", "body", "text");
    return switch (text(json, "interactive", "type")) {
      case "button" -> length("body", body, 1, 1024).or(() -> buttons(json));
      case "list" -> length("body", body, 1, 4096).or(() -> rows(json));
      case "cta_url" -> length("body", body, 1, 1024);
      default -> Optional.of("interactive.type is unknown");
    };
  }

  private static Optional<String> buttons(Object json) {
    var buttons = list(json, "interactive", "action", "buttons");
    if (buttons.isEmpty() || buttons.size() > 3) {
      return Optional.of("1 to 3 buttons are needed");
    }
    return options(buttons, 20, 256, "reply");
  }

  private static Optional<String> rows(Object json) {
    var rows =
        list(json, "interactive", "action", "sections").stream()
            .<Object>flatMap(section -> list(section, "rows").stream())
            .toList();
    if (rows.isEmpty() || rows.size() > 10) {
      return Optional.of("1 to 10 rows are needed over all sections");
    }
    return length("action.button", text(json, "interactive", "action", "button"), 1, 20)
        .or(() -> options(rows, 24, 200));
  }

  private static Optional<String> options(
      List<?> options, int longestTitle, int longestId, Object... path) {
    var titles = new HashSet<String>();
    var ids = new HashSet<String>();
    for (var option : options) {
      var inner = WireJson.object(option, path);
      var title = text(inner, "title");
      var id = text(inner, "id");
      if (!titles.add(title) || !ids.add(id)) {
        return Optional.of("titles and ids must be unique");
      }
      var fault =
          length("title", title, 1, longestTitle)
              .or(() -> length("id", id, 1, longestId))
              .or(() -> length("description", text(inner, "description"), 0, 72));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> length(String what, String value, int least, int most) {
    var length = value.codePointCount(0, value.length());
    return length < least || length > most
        ? Optional.of("%s must have %d to %d characters".formatted(what, least, most))
        : Optional.empty();
  }
}
