package dev.relevo.knowledge.sheet;

import java.time.Instant;
import java.util.Optional;

/// The sheet a workspace's matrix is kept in step with.
///
/// @param spreadsheet its id, as in its address
/// @param sheet the name on its tab
/// @param account the e-mail the spreadsheet must be shared with, as an editor
/// @param syncedAt when both sides last agreed
public record Link(String spreadsheet, String sheet, String account, Optional<Instant> syncedAt) {

  /// Where people open it.
  public String address() {
    return "https://docs.google.com/spreadsheets/d/" + spreadsheet;
  }
}
