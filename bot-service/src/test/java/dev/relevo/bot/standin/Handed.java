package dev.relevo.bot.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a prompt hands to the model, and the reply it asks for: the one place that knows both
/// forms.
///
/// The last user message holds a JSON document
/// `{"sources":[{"id","title","text"}],"conversation":[…],"question"}`; the reply is
/// `{"kind","text","citations","language","question"}`.
///
/// @param conversation what was said before, oldest first
record Handed(List<Source> sources, List<String> conversation, String question) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A row or a passage.
  record Source(String id, String title, String text) {}

  /// A reply by the schema.
  ///
  /// @param kind `answer`, `clarify`, `handoff` or `abstain`
  /// @param question the question as it stands alone
  record Reply(String kind, String text, List<String> citations, String language, String question) {

    String json() {
      return JSON.writeValueAsString(
          Map.of(
              "kind", kind,
              "text", text,
              "citations", citations,
              "language", language,
              "question", question));
    }
  }

  /// Empty when the request is of another form: a draft, a translation, a summary.
  static Optional<Handed> in(ModelRequest request) {
    return document(request.question()).filter(it -> it.has("question")).map(Handed::read);
  }

  private static Optional<JsonNode> document(String text) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text.substring(from, to + 1)));
    } catch (JacksonException noDocument) {
      return Optional.empty();
    }
  }

  private static Handed read(JsonNode document) {
    return new Handed(
        document.path("sources").values().stream()
            .map(it ->
                new Source(
                    it.path("id").asString(""),
                    it.path("title").asString(""),
                    it.path("text").asString("")))
            .toList(),
        document.path("conversation").values().stream().map(Handed::said).toList(),
        document.path("question").asString(""));
  }

  private static String said(JsonNode entry) {
    return entry.isString()
        ? entry.asString()
        : entry
            .propertyStream()
            .map(it -> it.getValue().asString(""))
            .collect(Collectors.joining(" "));
  }
}
