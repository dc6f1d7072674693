package dev.relevo.knowledge.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// An agent of Dialogflow ES: `intents/Name.json` with its responses, and
/// `intents/Name_usersays_es.json` with what customers say.
final class DialogflowEs {

  private static final String SAYS = "_usersays_";

  private final AgentExport export;
  private final Gathering gathering;

  DialogflowEs(AgentExport export, Gathering gathering) {
    this.export = export;
    this.gathering = gathering;
  }

  void read() {
    for (var file : export.files().entrySet()) {
      var path = file.getKey();
      if (path.matches("intents/[^/]+\\.json") && !path.contains(SAYS)) {
        intent(
            path.substring("intents/".length(), path.length() - ".json".length()), file.getValue());
      }
    }
  }

  private void intent(String file, JsonNode intent) {
    var name = intent.path("name").asString(file);
    if (intent.path("fallbackIntent").asBoolean(false)) {
      gathering.leaveOut("suggestion.fallback", name);
      return;
    }
    var phrases = phrases(file);
    if (phrases.isEmpty()) {
      gathering.leaveOut("suggestion.no-phrases", name);
      return;
    }
    nameWhatIsIgnored(name, intent);
    phrases.forEach((language, said) -> {
      var messages = new Messages(intent, language);
      gathering.add(
          new Gathering.Source(
              name,
              category(name),
              Locale.forLanguageTag(language),
              said,
              messages.texts(),
              messages.replies()));
    });
  }

  private Map<String, List<String>> phrases(String file) {
    var phrases = new TreeMap<String, List<String>>();
    var start = "intents/" + file + SAYS;
    export
        .files()
        .forEach((path, says) -> {
          if (path.startsWith(start)) {
            var language = path.substring(start.length(), path.length() - ".json".length());
            var said = new ArrayList<String>();
            says.forEach(it -> said.add(joined(it.path("data"))));
            said.removeIf(String::isBlank);
            if (!said.isEmpty()) {
              phrases.put(language, said);
            }
          }
        });
    return phrases;
  }

  private static String joined(JsonNode parts) {
    var text = new StringBuilder();
    parts.forEach(it -> text.append(it.path("text").asString("")));
    return text.toString();
  }

  private void nameWhatIsIgnored(String name, JsonNode intent) {
    var parameters = new ArrayList<String>();
    for (var response : intent.path("responses")) {
      response.path("parameters").forEach(it -> parameters.add(it.path("name").asString("?")));
      for (var message : response.path("messages")) {
        var type = message.path("type").asString("0");
        if (!type.equals("0") && !type.equals("2") && !type.equals("message")) {
          gathering.leaveOut("suggestion.message", name);
        }
      }
    }
    if (!parameters.isEmpty()) {
      gathering.leaveOut("suggestion.parameters", name, String.join(", ", parameters));
    }
    if (intent.path("webhookUsed").asBoolean(false)) {
      gathering.leaveOut("suggestion.webhook", name);
    }
    if (!intent.path("contexts").isEmpty()) {
      gathering.leaveOut("suggestion.context", name);
    }
  }

  /// `faq.envios` lies in `faq`.
  static String category(String name) {
    var dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : "";
  }

  /// The messages of one language: those for every platform, else those of the first.
  private record Messages(List<String> texts, List<String> replies) {

    Messages(JsonNode intent, String language) {
      this(new ArrayList<>(), new ArrayList<>());
      var platform = platform(intent, language);
      for (var response : intent.path("responses")) {
        for (var message : response.path("messages")) {
          if (isIn(message, language)) {
            take(message, platform);
          }
        }
      }
    }

    private void take(JsonNode message, String platform) {
      if (message.path("type").asString("0").equals("2")) {
        message.path("replies").forEach(it -> replies.add(it.asString("")));
      } else if (platform.equals(message.path("platform").asString(""))) {
        var speech = message.path("speech");
        if (speech.isArray()) {
          speech.forEach(it -> texts.add(it.asString("")));
        } else {
          texts.add(speech.asString(""));
        }
      }
    }

    private static String platform(JsonNode intent, String language) {
      var platforms = new ArrayList<String>();
      for (var response : intent.path("responses")) {
        for (var message : response.path("messages")) {
          if (isIn(message, language) && !message.path("speech").isMissingNode()) {
            platforms.add(message.path("platform").asString(""));
          }
        }
      }
      return platforms.isEmpty() || platforms.contains("") ? "" : platforms.getFirst();
    }

    private static boolean isIn(JsonNode message, String language) {
      return message.path("lang").asString(language).equalsIgnoreCase(language);
    }
  }
}
