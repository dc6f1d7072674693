package dev.relevo.crm.handoff;

import dev.relevo.crm.team.MemberId;
import java.util.Optional;

/// Which threads an inbox shows.
///
/// @param text searched in names, phones, e-mails, contact numbers and message text; empty for all
public record InboxFilter(Box box, Status status, String text, Optional<MemberId> me) {

  /// Whose threads.
  public enum Box {
    MINE,
    UNASSIGNED,
    ALL
  }

  /// Which threads of those.
  public enum Status {
    OPEN,
    /// The customer waits for an answer.
    WAITING,
    /// A person has the floor.
    PAUSED,
    CLOSED
  }
}
