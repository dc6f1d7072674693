package dev.relevo.bot.responder.llm;

import dev.relevo.bot.llm.Shape;
import dev.relevo.crm.workspace.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a model proposes to say. Not to be believed.
///
/// @param citations ids of the sources it claims
/// @param question the customer's question as it stands alone
record Proposal(Kind kind, String text, List<String> citations, String question) {

  /// The JSON it must come in.
  static final Shape SHAPE =
      new Shape(
          "reply",
          """
          {"type":"object","additionalProperties":false,\
          "required":["kind","text","citations","language","question"],"properties":{\
          "kind":{"type":"string","enum":["answer","clarify","handoff","abstain"]},\
          "text":{"type":"string"},\
          "citations":{"type":"array","items":{"type":"string"}},\
          "language":{"type":"string","enum":[%s]},\
          "question":{"type":"string"}}}\
          """
              .formatted(
                  Arrays.stream(Language.values())
                      .map(it -> "\"" + it.code() + "\"")
                      .collect(Collectors.joining(","))));

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Proposal {
    citations = citations.stream().distinct().toList();
  }

  /// What the model wants.
  enum Kind {
    ANSWER,
    /// Asks back, greets or thanks.
    CLARIFY,
    HANDOFF,
    /// The sources do not answer.
    ABSTAIN
  }

  /// Empty when it is not in the shape.
  static Optional<Proposal> of(String said) {
    var from = said.indexOf('{');
    var to = said.lastIndexOf('}') + 1;
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      return of(JSON.readTree(said.substring(from, to)));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Proposal> of(JsonNode node) {
    var kind =
        Arrays.stream(Kind.values())
            .filter(it -> it.name().equalsIgnoreCase(node.path("kind").asString("")))
            .findFirst();
    return kind.filter(it -> node.path("text").isString())
        .map(it ->
            new Proposal(
                it,
                // Two stars are one where messages are read.
                node.path("text").asString("").strip().replace("**", "*"),
                node.path("citations").values().stream().map(id -> id.asString("")).toList(),
                node.path("question").asString("").strip()));
  }

  /// With another way of writing what it says and asks.
  Proposal with(UnaryOperator<String> change) {
    return new Proposal(kind, change.apply(text), citations, change.apply(question));
  }
}
