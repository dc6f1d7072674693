package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;

/// What an editor does in one go: all of it happens or nothing, and it is undone as one.
///
/// @param steps in the order they are taken
public record Edit(List<Step> steps) {

  public Edit {
    steps = List.copyOf(steps);
  }

  public static Edit of(Step... steps) {
    return new Edit(List.of(steps));
  }

  /// How many rows it touches at most.
  public int rows() {
    return steps.stream()
        .mapToInt(step -> step instanceof Step.Add(var rows, _) ? rows.size() : 1)
        .sum();
  }

  /// A part of an edit.
  ///
  /// Steps that overwrite name the `seen` revision: that of the row as the editor saw it, or of the
  /// whole draft at that time. A row changed since is a conflict.
  public sealed interface Step {

    /// The row gets another content.
    record Put(Row row, long seen) implements Step {}

    /// New rows, one below the other.
    record Add(List<Row> rows, Spot spot) implements Step {
      public Add {
        rows = List.copyOf(rows);
      }
    }

    /// The row goes elsewhere.
    record Move(RowId row, Spot spot) implements Step {}

    /// The row is to leave with the next version, or is not after all.
    record Mark(RowId row, boolean leaves, long seen) implements Step {}
  }
}
