package dev.relevo.knowledge.suggestion;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.sentence.Sentence;
import java.util.List;

/// What became of a file or page that was to suggest rows: all it holds, or nothing.
public sealed interface Suggested {

  /// What it holds.
  ///
  /// @param rows new rows, for an editor to look through; at least one
  /// @param leftOut what was not taken over, one sentence each, at most 200
  record Rows(Matrix rows, List<Sentence> leftOut) implements Suggested {
    public Rows {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// Nothing was taken over.
  record Refused(Sentence why) implements Suggested {}
}
