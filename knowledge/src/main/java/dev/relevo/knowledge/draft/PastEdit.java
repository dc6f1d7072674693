package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Row;
import java.time.Instant;
import java.util.Optional;

/// What an edit once did to a row.
///
/// @param before empty when it was added
/// @param after empty when it was taken out
/// @param moved whether it got another place
public record PastEdit(
    long revision,
    Kind kind,
    String by,
    Instant at,
    Optional<Row> before,
    Optional<Row> after,
    boolean moved) {

  /// How an edit came about.
  public enum Kind {
    EDIT,
    UNDO,
    REDO,
    /// A version was published, and the rows marked for it left.
    PUBLISH
  }
}
