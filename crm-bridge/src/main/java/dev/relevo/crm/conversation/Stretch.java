package dev.relevo.crm.conversation;

import java.util.List;

/// A stretch of the journal, for a reader whom some kinds of events concern.
///
/// @param entries of those kinds, in order
/// @param end the place of the last entry of whatever kind; where the reader was, when there was
///   none
/// @param length how many entries of whatever kind
public record Stretch(List<Entry> entries, Entry.Position end, int length) {

  public Stretch {
    entries = List.copyOf(entries);
  }
}
