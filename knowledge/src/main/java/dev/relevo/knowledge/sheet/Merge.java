package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.matrix.MatrixCells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Two sides' changes put together, cell by cell, against what both had when they last agreed: a
/// cell that one side changed is that side's; a cell that both changed differently stays ours and
/// is a conflict. A row that one side removed is gone, unless the other side changed it meanwhile:
/// then it stays, which is a conflict as well. What is set by what happens, the state, is ours
/// wherever both know the row.
///
/// @param grid the result, ours first, then what only they have
/// @param conflicts in the result's order
record Merge(Grid grid, List<Conflict> conflicts) {

  /// A cell that both sides changed.
  ///
  /// @param column the cell's column; empty if one side removed the row
  /// @param ours what it stays
  /// @param theirs what the sheet has
  public record Conflict(String row, String column, String ours, String theirs) {

    boolean isSamePlace(Conflict other) {
      return row.equals(other.row()) && column.equals(other.column());
    }
  }

  Merge {
    conflicts = List.copyOf(conflicts);
  }

  static Merge of(Grid base, Grid ours, Grid theirs) {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    var conflicts = new ArrayList<Conflict>();
    for (var id : union(ours.rows().keySet(), theirs.rows().keySet())) {
      if (ours.has(id) && theirs.has(id)) {
        rows.put(id, cells(id, new Sides(base.row(id), ours.row(id), theirs.row(id)), conflicts));
      } else {
        var present = ours.has(id) ? ours.row(id) : theirs.row(id);
        var isRemoved = base.has(id);
        var isChanged = !same(base.row(id), present);
        if (!isRemoved || isChanged) {
          rows.put(id, present);
        }
        if (isRemoved && isChanged) {
          conflicts.add(new Conflict(id, "", ours.has(id) ? id : "", theirs.has(id) ? id : ""));
        }
      }
    }
    return new Merge(new Grid(rows), conflicts);
  }

  /// The conflicts of which nobody has decided: these, and earlier ones whose cell still says what
  /// it said then.
  List<Conflict> open(List<Conflict> earlier) {
    var open = new ArrayList<>(conflicts);
    for (var one : earlier) {
      var says = grid.row(one.row()).getOrDefault(one.column(), "");
      var stands = grid.has(one.row()) && (one.column().isEmpty() || says.equals(one.ours()));
      var isAgain = open.stream().anyMatch(it -> it.isSamePlace(one));
      if (stands && !isAgain) {
        open.add(one);
      }
    }
    return open;
  }

  private record Sides(
      Map<String, String> base, Map<String, String> ours, Map<String, String> theirs) {}

  private static Map<String, String> cells(String id, Sides sides, List<Conflict> conflicts) {
    var cells = new LinkedHashMap<String, String>();
    for (var column : union(sides.ours().keySet(), sides.theirs().keySet())) {
      var base = sides.base().getOrDefault(column, "");
      var ours = sides.ours().getOrDefault(column, "");
      var theirs = sides.theirs().getOrDefault(column, "");
      var isOurs = column.equals(MatrixCells.STATE) || theirs.equals(base) || ours.equals(theirs);
      if (isOurs) {
        cells.put(column, ours);
      } else if (ours.equals(base)) {
        cells.put(column, theirs);
      } else {
        cells.put(column, ours);
        conflicts.add(new Conflict(id, column, ours, theirs));
      }
    }
    return cells;
  }

  /// Whether two rows say the same, their states aside.
  private static boolean same(Map<String, String> one, Map<String, String> other) {
    return union(one.keySet(), other.keySet()).stream()
        .filter(column -> !column.equals(MatrixCells.STATE))
        .allMatch(
            column -> Objects.equals(one.getOrDefault(column, ""), other.getOrDefault(column, "")));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var union = new LinkedHashSet<>(one);
    union.addAll(other);
    return union;
  }
}
