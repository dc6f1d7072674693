package dev.relevo.knowledge.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An agent of Dialogflow CX, exported as a JSON package: `intents/Name/Name.json` with
/// `trainingPhrases/es.json`; routes from an intent to words in `flows/Name/Name.json` and
/// `flows/Name/pages/Name.json`.
final class DialogflowCx {

  private final AgentExport export;
  private final Gathering gathering;

  /// Intents by every name a route may use.
  private final Map<String, Intent> intents = new HashMap<>();

  private final Map<String, Answered> answered = new LinkedHashMap<>();

  DialogflowCx(AgentExport export, Gathering gathering) {
    this.export = export;
    this.gathering = gathering;
  }

  /// @param phrases by language
  private record Intent(String name, Map<String, List<String>> phrases) {}

  /// What the routes of one intent say, in which flow.
  private record Answered(Intent intent, String flow, List<JsonNode> fulfillments) {}

  void read() {
    export
        .files()
        .forEach((path, json) -> {
          if (path.matches("intents/[^/]+/[^/]+\\.json")) {
            intent(path, json);
          }
        });
    export
        .files()
        .forEach((path, json) -> {
          if (path.matches("flows/[^/]+/[^/]+\\.json")
              || path.matches("flows/[^/]+/pages/[^/]+\\.json")) {
            routes(path.split("/", -1)[1], json);
          }
        });
    answered.values().forEach(this::rows);
    intents.values().stream()
        .distinct()
        .filter(it -> !answered.containsKey(it.name()))
        .forEach(it -> gathering.leaveOut("suggestion.no-route", it.name()));
  }

  private void intent(String path, JsonNode json) {
    var name = json.path("displayName").asString(path.split("/", -1)[1]);
    var start = path.substring(0, path.lastIndexOf('/')) + "/trainingPhrases/";
    var phrases = new LinkedHashMap<String, List<String>>();
    export
        .files()
        .forEach((file, content) -> {
          if (file.startsWith(start)) {
            phrases.put(
                file.substring(start.length(), file.length() - ".json".length()), said(content));
          }
        });
    if (!json.path("parameters").isEmpty()) {
      var names = new ArrayList<String>();
      json.path("parameters").forEach(it -> names.add(it.path("id").asString("?")));
      gathering.leaveOut("suggestion.parameters", name, String.join(", ", names));
    }
    var intent = new Intent(name, phrases);
    intents.put(name, intent);
    intents.put(last(json.path("name").asString(name)), intent);
  }

  private static List<String> said(JsonNode content) {
    var said = new ArrayList<String>();
    for (var phrase : content.path("trainingPhrases")) {
      var text = new StringBuilder();
      phrase.path("parts").forEach(it -> text.append(it.path("text").asString("")));
      said.add(text.toString());
    }
    said.removeIf(String::isBlank);
    return said;
  }

  private void routes(String flow, JsonNode json) {
    for (var route : json.path("transitionRoutes")) {
      var name = last(route.path("intent").asString(""));
      var intent = intents.get(name);
      if (intent != null) {
        var found =
            answered.computeIfAbsent(
                intent.name(), _ -> new Answered(intent, flow, new ArrayList<>()));
        found.fulfillments().add(route.path("triggerFulfillment"));
        page(flow, route.path("targetPage").asString(""))
            .forEach(it -> found.fulfillments().add(it.path("entryFulfillment")));
        if (!route.path("condition").asString("").isEmpty()) {
          gathering.leaveOut("suggestion.condition", intent.name());
        }
      }
    }
  }

  private List<JsonNode> page(String flow, String target) {
    var name = last(target);
    return name.isEmpty()
        ? List.of()
        : export.files().entrySet().stream()
            .filter(it -> it.getKey().startsWith("flows/" + flow + "/pages/"))
            .map(Map.Entry::getValue)
            .filter(it ->
                name.equals(it.path("displayName").asString(""))
                    || name.equals(last(it.path("name").asString(""))))
            .toList();
  }

  private void rows(Answered answered) {
    var intent = answered.intent();
    if (intent.phrases().values().stream().allMatch(List::isEmpty)) {
      gathering.leaveOut("suggestion.no-phrases", intent.name());
    }
    intent
        .phrases()
        .forEach((language, phrases) -> {
          var texts = new ArrayList<String>();
          var replies = new ArrayList<String>();
          for (var fulfillment : answered.fulfillments()) {
            for (var message : fulfillment.path("messages")) {
              if (message.path("languageCode").asString(language).equalsIgnoreCase(language)) {
                take(intent.name(), message, texts, replies);
              }
            }
          }
          gathering.add(
              new Gathering.Source(
                  intent.name(),
                  answered.flow().startsWith("Default Start Flow") ? "" : answered.flow(),
                  Locale.forLanguageTag(language),
                  phrases,
                  texts,
                  replies));
        });
    if (answered.fulfillments().stream().anyMatch(it -> it.has("webhook"))) {
      gathering.leaveOut("suggestion.webhook", intent.name());
    }
  }

  private void take(String name, JsonNode message, List<String> texts, List<String> replies) {
    var text = message.path("text").path("text");
    var rich = message.path("payload").path("richContent");
    if (text.isArray()) {
      text.forEach(it -> texts.add(it.asString("")));
    } else if (rich.isArray()) {
      for (var group : rich) {
        for (var element : group) {
          element.path("options").forEach(it -> replies.add(it.path("text").asString("")));
        }
      }
    } else {
      gathering.leaveOut("suggestion.message", name);
    }
  }

  /// Names may be whole resource names, `projects/…/intents/1234`.
  private static String last(String name) {
    return name.startsWith("projects/") ? name.substring(name.lastIndexOf('/') + 1) : name;
  }
}
