package dev.relevo.eval.fuzz;

import java.io.IOException;

/// An endless supply of bad input to one reader.
interface Hostile {

  /// Makes the next input and lets it be read; true when it was taken, false when it was refused.
  ///
  /// @throws AssertionError when what must not happen happened; it holds the input
  boolean next() throws IOException, InterruptedException;
}
