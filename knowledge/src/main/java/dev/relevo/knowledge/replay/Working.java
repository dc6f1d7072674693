package dev.relevo.knowledge.replay;

import dev.relevo.knowledge.matrix.Matrix;
import java.util.Optional;

/// The draft of a matrix, as far as it is tried out.
public interface Working {

  /// The draft as it is now; empty when there is none.
  Optional<Snapshot> draft(long workspace);

  /// The draft at a time.
  ///
  /// @param revision rises with every change
  record Snapshot(long revision, Matrix matrix) {}
}
