package dev.relevo.crm.conversation;

import java.time.Instant;

/// An event in the journal, with its place there.
public record Entry(Position position, Event event, Instant at) {

  /// A place in the journal: everything at or before it has been seen. Order is by transaction,
  /// then id.
  public record Position(long transaction, long id) {

    /// Before everything.
    public static final Position START = new Position(0, 0);
  }
}
