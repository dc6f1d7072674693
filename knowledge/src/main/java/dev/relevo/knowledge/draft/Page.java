package dev.relevo.knowledge.draft;

import java.util.List;

/// Some rows, in the draft's order.
///
/// @param more whether others follow
public record Page(List<DraftRow> rows, boolean more) {

  public Page {
    rows = List.copyOf(rows);
  }
}
