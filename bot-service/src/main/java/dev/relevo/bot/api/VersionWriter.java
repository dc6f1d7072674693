package dev.relevo.bot.api;

import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.MatrixVersion;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.proposal.Proposal;
import dev.relevo.knowledge.proposal.Proposal.Stage;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes versions, what is proposed to become one, and how two of them differ.
final class VersionWriter {

  private VersionWriter() {}

  static ObjectNode written(MatrixVersion version) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("number", version.number())
        .put("publishedAt", version.at().toString())
        .put("publishedBy", version.by())
        .put("note", version.note())
        .put("rows", version.rows());
  }

  static ObjectNode written(Proposal proposal) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", proposal.id());
    json.put("stage", stage(proposal.stage()));
    json.put("rows", proposal.rows());
    json.put("note", proposal.note());
    json.put("proposedBy", proposal.by().name());
    json.put("proposedAt", proposal.at().toString());
    json.put("publishAt", proposal.publishAt().toString());
    return json;
  }

  private static String stage(Stage stage) {
    return switch (stage) {
      case Stage.Waiting _ -> "waiting";
      case Stage.Scheduled _ -> "scheduled";
      case Stage.Published _ -> "published";
      case Stage.Rejected _ -> "rejected";
      case Stage.Withdrawn _ -> "withdrawn";
    };
  }

  static ObjectNode written(MatrixDifference difference) {
    var json = JsonNodeFactory.instance.objectNode();
    put(json, "added", difference.added());
    put(json, "removed", difference.removed());
    var changed = json.putArray("changed");
    difference.changed().forEach(it -> put(changed.addObject(), it));
    return json;
  }

  private static void put(ObjectNode json, String name, List<Row> rows) {
    var array = json.putArray(name);
    rows.forEach(it -> array.add(RowWriter.written(it)));
  }

  /// The fields that differ, each before and after. States do not count.
  private static void put(ObjectNode json, MatrixDifference.Changed changed) {
    json.put("id", changed.after().id().value());
    var fields = json.putObject("fields");
    var before = RowWriter.written(changed.before());
    RowWriter.written(changed.after())
        .properties()
        .forEach(field -> {
          var was = before.path(field.getKey());
          if (!field.getKey().equals("state") && !was.equals(field.getValue())) {
            var sides = fields.putObject(field.getKey());
            sides.set("before", was);
            sides.set("after", field.getValue());
          }
        });
  }
}
