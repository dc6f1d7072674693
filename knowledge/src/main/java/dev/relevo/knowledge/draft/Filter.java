package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.RowState;
import java.util.Optional;

/// Which rows are wanted; what is empty does not count.
///
/// @param text words, or their beginnings, that all stand somewhere in the row
/// @param category exactly
/// @param language ISO 639-1
public record Filter(
    String text, Optional<String> category, Optional<String> language, Optional<RowState> state) {

  /// Every row.
  public static final Filter NONE =
      new Filter("", Optional.empty(), Optional.empty(), Optional.empty());
}
