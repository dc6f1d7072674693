package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.draft.EditedRowTable.Change;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether an edit may be made, told before anything is written.
final class Judgement {

  private final Map<RowId, DraftRowTable.Found> found;
  private final Set<RowId> known;

  /// Rows that would be overwritten unseen, with what the edit would make of them.
  private final Map<RowId, Optional<Row>> clashes = new java.util.LinkedHashMap<>();

  private Judgement(Map<RowId, DraftRowTable.Found> found) {
    this.found = found;
    this.known = new HashSet<>(found.keySet());
  }

  /// What speaks against it.
  sealed interface Objection {

    record Clash(Map<RowId, Optional<Row>> yours) implements Objection {}

    record No(Edited.Refused why) implements Objection {}
  }

  /// The rows an edit names.
  static Set<RowId> named(Edit edit) {
    var named = new LinkedHashSet<RowId>();
    for (var step : edit.steps()) {
      switch (step) {
        case Edit.Step.Put(var row, _) -> named.add(row.id());
        case Edit.Step.Mark(var row, _, _) -> named.add(row);
        case Edit.Step.Move(var row, var spot) -> {
          named.add(row);
          anchor(spot).ifPresent(named::add);
        }
        case Edit.Step.Add(var rows, var spot) -> {
          rows.forEach(it -> named.add(it.id()));
          anchor(spot).ifPresent(named::add);
        }
      }
    }
    return named;
  }

  static Optional<Objection> on(Edit edit, Map<RowId, DraftRowTable.Found> found) {
    var judgement = new Judgement(found);
    for (var step : edit.steps()) {
      var refused = judgement.refusal(step);
      if (refused.isPresent()) {
        return Optional.of(new Objection.No(refused.get()));
      }
    }
    return judgement.objection();
  }

  /// Whether changes can still be turned back: what each changed must be as it left it.
  static Optional<Objection> onTurning(
      List<Change> changes, Map<RowId, DraftRowTable.Found> found) {
    var judgement = new Judgement(found);
    for (var change : changes) {
      if (!judgement.stillStands(change)) {
        judgement.clashes.put(change.id(), change.before().map(Stored::row));
      }
    }
    return judgement.objection();
  }

  private Optional<Objection> objection() {
    return clashes.isEmpty() ? Optional.empty() : Optional.of(new Objection.Clash(clashes));
  }

  private Optional<Edited.Refused> refusal(Edit.Step step) {
    return switch (step) {
      case Edit.Step.Put(var row, var seen) -> {
        overwrites(row.id(), seen, row);
        yield unknown(List.of(row.id()));
      }
      case Edit.Step.Mark(var id, var leaves, var seen) -> {
        var now = found.get(id);
        if (now != null) {
          overwrites(id, seen, marked(now.stored().row(), leaves));
        }
        yield unknown(List.of(id));
      }
      case Edit.Step.Move(var id, var spot) -> {
        var names = new ArrayList<>(List.of(id));
        anchor(spot).ifPresent(names::add);
        yield unknown(names);
      }
      case Edit.Step.Add(var rows, var spot) -> {
        var taken = rows.stream().map(Row::id).filter(it -> !known.add(it)).findFirst();
        yield taken
            .map(it -> new Edited.Refused(Edited.Reason.ID_TAKEN, it))
            .or(() -> unknown(anchor(spot).stream().toList()));
      }
    };
  }

  private Optional<Edited.Refused> unknown(List<RowId> ids) {
    return ids.stream()
        .filter(it -> !known.contains(it))
        .map(it -> new Edited.Refused(Edited.Reason.ROW_UNKNOWN, it))
        .findFirst();
  }

  private void overwrites(RowId id, long seen, Row yours) {
    var now = found.get(id);
    if (now != null && now.revision() > seen) {
      clashes.put(id, Optional.of(yours));
    }
  }

  private boolean stillStands(Change change) {
    var now = Optional.ofNullable(found.get(change.id()));
    var left = change.after();
    if (left.isEmpty() || now.isEmpty()) {
      return left.isEmpty() && now.isEmpty();
    }
    var stored = now.get().stored();
    if (change.before().isEmpty()) {
      return !now.get().isPublished() && stored.says(left.get()) && stored.isMarkedLike(left.get());
    }
    var before = change.before().get();
    return (before.says(left.get()) || stored.says(left.get()))
        && (before.isMarkedLike(left.get()) || stored.isMarkedLike(left.get()))
        && (before.isAt(left.get()) || stored.isAt(left.get()));
  }

  private static Row marked(Row row, boolean leaves) {
    return row.withState(leaves ? RowState.TO_DELETE : RowState.CHANGE_REQUESTED);
  }

  private static Optional<RowId> anchor(Spot spot) {
    return switch (spot) {
      case Spot.Below(var row) -> Optional.of(row);
      case Spot.Top _, Spot.Bottom _ -> Optional.empty();
    };
  }
}
