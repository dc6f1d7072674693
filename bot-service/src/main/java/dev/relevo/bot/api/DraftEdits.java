package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Edits of the draft in a program's name. What somebody else changed meanwhile is not overwritten:
/// both sides are given back.
@Component
class DraftEdits {

  /// How many rows on both sides are given back.
  private static final int MOST_CLASHES = 20;

  private final Drafts drafts;

  DraftEdits(Drafts drafts) {
    this.drafts = drafts;
  }

  DraftRow row(ApiCaller caller, RowId id) {
    return drafts
        .row(caller.workspace().value(), id)
        .orElseThrow(() -> new Refused(Problem.ROW_UNKNOWN, id));
  }

  /// Adds rows at the end; as they are now, in the same order.
  List<DraftRow> add(ApiCaller caller, List<Row> rows) {
    return apply(caller, Edit.of(new Edit.Step.Add(rows, new Spot.Bottom())));
  }

  /// Gives a row another content; one that was to leave stays after all.
  DraftRow put(ApiCaller caller, Row row, long seen) {
    var before = seen(caller, row.id(), seen, RowWriter.written(row));
    var edit = Edit.of(new Edit.Step.Put(row, seen), new Edit.Step.Mark(row.id(), false, seen));
    return apply(caller, edit).stream().findFirst().orElse(before);
  }

  /// Lets a row leave with the next version.
  DraftRow leave(ApiCaller caller, RowId id, long seen) {
    var before = seen(caller, id, seen, JsonNodeFactory.instance.nullNode());
    return apply(caller, Edit.of(new Edit.Step.Mark(id, true, seen))).stream()
        .findFirst()
        .orElse(before);
  }

  /// Does all of it or nothing; the rows that changed, as they are now.
  List<DraftRow> apply(ApiCaller caller, Edit edit) {
    return switch (drafts.apply(caller.workspace().value(), editor(caller), edit)) {
      case Edited.Done done -> done.rows();
      case Edited.Unchanged _ -> List.of();
      case Edited.Conflict(var clashes) -> throw changed(clashes);
      case Edited.Refused(var reason, var row) ->
          throw switch (reason) {
            case ID_TAKEN -> new Refused(Problem.ROW_EXISTS, row);
            case ROW_UNKNOWN -> new Refused(Problem.ROW_UNKNOWN, row);
          };
    };
  }

  /// Who edits: the key, under a number no member has.
  static Editor editor(ApiCaller caller) {
    return new Editor(-caller.key(), "API: " + caller.name());
  }

  /// A revision that never was is as stale as an old one.
  private DraftRow seen(ApiCaller caller, RowId id, long seen, JsonNode yours) {
    var now = row(caller, id);
    if (seen != RowTag.ANY && seen != now.revision()) {
      throw new Refused(Problem.ROW_CHANGED, id)
          .with("current", RowWriter.written(now))
          .with("yours", yours);
    }
    return now;
  }

  private static Refused changed(List<Edited.Clash> clashes) {
    var first = clashes.getFirst();
    var refused =
        new Refused(Problem.ROW_CHANGED, first.id())
            .with("current", current(first))
            .with("yours", yours(first));
    return clashes.size() == 1
        ? refused
        : refused.with(
            "conflicts",
            clashes.stream()
                .limit(MOST_CLASHES)
                .map(
                    it -> Map.of("id", it.id().value(), "current", current(it), "yours", yours(it)))
                .toList());
  }

  private static JsonNode current(Edited.Clash clash) {
    return clash
        .theirs()
        .<JsonNode>map(RowWriter::written)
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  private static JsonNode yours(Edited.Clash clash) {
    return clash
        .yours()
        .<JsonNode>map(RowWriter::written)
        .orElse(JsonNodeFactory.instance.nullNode());
  }
}
