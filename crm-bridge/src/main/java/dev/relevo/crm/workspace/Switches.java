package dev.relevo.crm.workspace;

import java.time.Duration;
import java.util.Optional;

/// What moves the floor besides a person's own click.
///
/// @param pauseOnPersonReply a person's reply takes the floor
/// @param pauseOnAssign assigning to a person takes the floor
/// @param pauseOnEcho an echo from the business's phone app takes the floor
/// @param resumeOnClose closing gives the floor back to the bot
/// @param resumeAfter the bot gets the floor back after this long without a person's message;
///   empty: never by itself
public record Switches(
    boolean pauseOnPersonReply,
    boolean pauseOnAssign,
    boolean pauseOnEcho,
    boolean resumeOnClose,
    Optional<Duration> resumeAfter) {

  /// All on; the bot does not come back by itself before the conversation is closed.
  public static final Switches DEFAULT = new Switches(true, true, true, true, Optional.empty());
}
