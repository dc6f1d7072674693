package dev.relevo.knowledge.sheet;

import java.time.Instant;

/// What a sheet and its draft told each other.
///
/// @param changed rows the sheet changed
/// @param added rows the sheet added
/// @param removed rows the sheet took out
/// @param cells cells written to the sheet
/// @param lines lines taken out of the sheet
/// @param conflicts cells both sides had changed
public record Round(
    Instant at, int changed, int added, int removed, int cells, int lines, int conflicts) {

  boolean isQuiet() {
    return changed + added + removed + cells + lines == 0;
  }
}
