package dev.relevo.bot.api;

import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowState;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a file would do to the draft.
///
/// @param added rows only the file has
/// @param changed rows both have, as the file has them
/// @param leaving rows that leave with the next version: those the file says so of, and where asked
///   those it does not have
/// @param staying rows that were to leave, and stay after all
/// @param seen the draft's revision the file was made of
record FilePlan(
    List<Row> added, List<Row> changed, List<Row> leaving, List<Row> staying, long seen) {

  static FilePlan of(Matrix draft, Matrix file, long seen, boolean othersLeave) {
    var plan =
        new FilePlan(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), seen);
    for (var row : file.rows()) {
      draft.row(row.id()).ifPresentOrElse(it -> plan.meet(it, row), () -> plan.added.add(row));
    }
    if (othersLeave) {
      draft.rows().stream()
          .filter(it -> file.row(it.id()).isEmpty() && it.state() != RowState.TO_DELETE)
          .forEach(plan.leaving::add);
    }
    return plan;
  }

  private void meet(Row mine, Row theirs) {
    if (!MatrixDifference.sameContent(mine, theirs)) {
      changed.add(theirs);
    }
    var leaves = theirs.state() == RowState.TO_DELETE;
    if (leaves != (mine.state() == RowState.TO_DELETE)) {
      (leaves ? leaving : staying).add(theirs);
    }
  }

  Edit edit() {
    var steps = new ArrayList<Edit.Step>();
    changed.forEach(it -> steps.add(new Edit.Step.Put(it, seen)));
    leaving.forEach(it -> steps.add(new Edit.Step.Mark(it.id(), true, seen)));
    staying.forEach(it -> steps.add(new Edit.Step.Mark(it.id(), false, seen)));
    if (!added.isEmpty()) {
      steps.add(new Edit.Step.Add(added, new Spot.Bottom()));
    }
    return new Edit(steps);
  }

  ObjectNode written(List<String> ignoredColumns, List<String> ignoredSheets) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("added", added.size());
    json.put("changed", changed.size());
    json.put("leaving", leaving.size());
    json.put("staying", staying.size());
    ignoredColumns.forEach(json.putArray("ignoredColumns")::add);
    ignoredSheets.forEach(json.putArray("ignoredSheets")::add);
    return json;
  }
}
