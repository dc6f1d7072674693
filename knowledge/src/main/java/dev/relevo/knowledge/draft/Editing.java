package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.draft.EditedRowTable.Change;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One edit being made, after nothing was found to speak against it. Places are written at once,
/// for the next step may lie beside them; contents and marks at the end.
final class Editing {

  private final DraftRowTable rows;
  private final long workspaceId;
  private final Stamp stamp;
  private final Map<RowId, Optional<Stored>> before = new LinkedHashMap<>();
  private final Map<RowId, Stored> now = new HashMap<>();

  /// As the table has them.
  private final Map<RowId, Stored> written = new HashMap<>();

  Editing(
      DraftRowTable rows, long workspaceId, Stamp stamp, Map<RowId, DraftRowTable.Found> found) {
    this.rows = rows;
    this.workspaceId = workspaceId;
    this.stamp = stamp;
    found.forEach((id, it) -> now.put(id, it.stored()));
    written.putAll(now);
  }

  void take(Edit.Step step) {
    switch (step) {
      case Edit.Step.Put(var row, _) -> change(known(row.id()).saying(row));
      case Edit.Step.Mark(var id, var leaves, _) -> change(known(id).marked(leaves));
      case Edit.Step.Move(var id, var spot) -> move(id, spot);
      case Edit.Step.Add(var added, var spot) -> add(added, spot);
    }
  }

  /// Gives a row back what a change took from it, and nothing else.
  void turn(Change change) {
    if (change.before().isEmpty()) {
      remove(change.id());
    } else if (change.after().isEmpty()) {
      insert(List.of(change.before().get().at(free(change.before().get().position()))));
    } else {
      giveBack(change.before().get(), change.after().get());
    }
  }

  void remove(RowId id) {
    touch(id);
    now.remove(id);
    written.remove(id);
    rows.delete(workspaceId, List.of(id));
  }

  /// Writes what is still to be written.
  ///
  /// @return what really changed
  List<Change> finished() {
    var changes = new ArrayList<Change>();
    var rewritten = new ArrayList<Stored>();
    before.forEach((id, was) -> {
      var is = Optional.ofNullable(now.get(id));
      if (was.isEmpty() ? is.isPresent() : is.filter(was.get()::isLike).isEmpty()) {
        changes.add(new Change(id, was, is));
        is.filter(it -> !isWritten(it)).ifPresent(rewritten::add);
      }
    });
    rows.update(workspaceId, rewritten, stamp);
    return changes;
  }

  private boolean isWritten(Stored stored) {
    var there = written.get(stored.row().id());
    return there != null && there.says(stored) && there.isMarkedLike(stored);
  }

  private void add(List<Row> added, Spot spot) {
    var positions = positions(spot, added.size());
    var stored = new ArrayList<Stored>();
    for (int index = 0; index < added.size(); index++) {
      stored.add(new Stored(added.get(index), positions.get(index), false));
    }
    insert(stored);
  }

  private void insert(List<Stored> stored) {
    for (var row : stored) {
      touch(row.row().id());
      now.put(row.row().id(), row);
      written.put(row.row().id(), row);
    }
    rows.insert(workspaceId, stored, stamp);
  }

  private void move(RowId id, Spot spot) {
    if (!spot.equals(new Spot.Below(id))) {
      moveTo(id, positions(spot, 1).getFirst());
    }
  }

  private void moveTo(RowId id, BigDecimal position) {
    change(known(id).at(position));
    rows.move(workspaceId, id, position);
  }

  private void giveBack(Stored former, Stored left) {
    var id = former.row().id();
    if (!former.isAt(left)) {
      moveTo(id, free(former.position()));
    }
    if (!former.says(left)) {
      change(known(id).saying(former.row()));
    }
    if (!former.isMarkedLike(left)) {
      change(known(id).marked(former.marked()));
    }
  }

  private void change(Stored stored) {
    touch(stored.row().id());
    now.put(stored.row().id(), stored);
  }

  private void touch(RowId id) {
    before.putIfAbsent(id, Optional.ofNullable(now.get(id)));
  }

  private Stored known(RowId id) {
    return Objects.requireNonNull(now.get(id), id.value());
  }

  private List<BigDecimal> positions(Spot spot, int count) {
    return switch (spot) {
      case Spot.Top _ -> Between.of(Optional.empty(), rows.first(workspaceId), count);
      case Spot.Bottom _ -> Between.of(rows.last(workspaceId), Optional.empty(), count);
      case Spot.Below(var id) -> {
        var above = known(id).position();
        yield Between.of(Optional.of(above), rows.next(workspaceId, above), count);
      }
    };
  }

  /// The position, or one right below it when another row has taken it.
  private BigDecimal free(BigDecimal position) {
    return rows.isTaken(workspaceId, position)
        ? Between.of(Optional.of(position), rows.next(workspaceId, position), 1).getFirst()
        : position;
  }
}
