package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a sheet means for our rows.
public sealed interface Pulled {

  /// The sheet was understood. Put the changes into the draft, then push.
  ///
  /// @param changed rows the sheet changed or added, as they are to be
  /// @param removed rows the sheet removed
  /// @param conflicts cells both sides changed; ours stay
  /// @param seen the sheet as it was, for [Sheets#push]
  record Ready(List<Row> changed, List<RowId> removed, List<Conflict> conflicts, Seen seen)
      implements Pulled {
    public Ready {
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
      conflicts = List.copyOf(conflicts);
    }
  }

  /// The sheet, or what it would make of our rows, is no sound matrix; nothing is taken over.
  record Unsound(MatrixImport.Rejected problems) implements Pulled {}

  /// Google did not give it.
  ///
  /// @param retryAfter how long Google asks us to wait; empty if it does not say
  record Refused(Sentence why, Optional<Duration> retryAfter) implements Pulled {}

  /// A cell that both sides changed.
  ///
  /// @param row its row
  /// @param column its header; empty if one side removed the row that the other changed
  record Conflict(RowId row, String column, String ours, String theirs) {}

  /// The sheet as it was when it was read.
  final class Seen {
    private final Layout layout;
    private final Grid theirs;
    private final List<Merge.Conflict> conflicts;
    private final Map<String, Integer> lines;

    Seen(Layout layout, Grid theirs, List<Merge.Conflict> conflicts, Map<String, Integer> lines) {
      this.layout = layout;
      this.theirs = theirs;
      this.conflicts = conflicts;
      this.lines = lines;
    }

    Layout layout() {
      return layout;
    }

    Grid theirs() {
      return theirs;
    }

    List<Merge.Conflict> conflicts() {
      return conflicts;
    }

    /// The line of each row, from 0.
    Map<String, Integer> lines() {
      return lines;
    }
  }
}
