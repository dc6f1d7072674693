package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.RowId;

/// Where a row is put among the others.
public sealed interface Spot {

  /// Before every other.
  record Top() implements Spot {}

  /// After every other.
  record Bottom() implements Spot {}

  /// Right below a row.
  record Below(RowId row) implements Spot {}
}
