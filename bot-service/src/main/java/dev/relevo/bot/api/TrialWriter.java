package dev.relevo.bot.api;

import dev.relevo.bot.responder.Trial;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a tried question: the decision, what would be said, and why.
final class TrialWriter {

  private TrialWriter() {}

  static ObjectNode written(Trial trial) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("decision", trial.kind());
    var grounds = trial.grounds();
    json.put("row", grounds.map(Grounds::row).filter(it -> !it.isEmpty()).orElse(null));
    json.put("version", grounds.map(Grounds::version).filter(it -> it > 0).orElse(null));
    var says = json.putArray("says");
    trial.says().forEach(it -> put(says.addObject(), it));
    json.putNull("why");
    trial.why().ifPresent(it -> put(json.putObject("why"), it));
    return json;
  }

  private static void put(ObjectNode json, Explanation why) {
    json.put("question", why.normalized());
    json.put("threshold", why.threshold());
    var candidates = json.putArray("candidates");
    why.candidates().forEach(it -> put(candidates.addObject(), it, why.threshold()));
    var reasons = json.putArray("reasons");
    why.reasons().forEach(reasons::add);
  }

  private static void put(ObjectNode json, Hit hit, double threshold) {
    json.put("row", hit.row().id().value());
    json.put("question", hit.row().question());
    json.put("phrase", hit.phrase());
    json.put("score", hit.score());
    json.put("reached", hit.score() >= threshold);
  }

  /// A message: its kind and what of it can be read.
  private static void put(ObjectNode json, Content content) {
    switch (content) {
      case Content.Text it -> json.put("kind", "text").put("text", it.body());
      case Content.Choice it -> {
        json.put("kind", "choice").put("text", it.body());
        var options = json.putArray("options");
        it.options()
            .forEach(option ->
                options
                    .addObject()
                    .put("id", option.id())
                    .put("label", option.label())
                    .put("link", option.link().orElse(null)));
      }
      case Content.Media it ->
          json.put("kind", "media").put("text", it.caption()).put("link", it.link().orElse(null));
      case Content.Template it -> json.put("kind", "template").put("text", it.name());
      case Content.Picked _,
          Content.Place _,
          Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Notice _,
          Content.Unsupported _ ->
          json.put("kind", "other").put("text", "");
    }
  }
}
