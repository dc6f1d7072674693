package dev.relevo.bot.dialogflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A call of an agent as it stands on record.
///
/// @param agent its full name, environment included
/// @param input what was said, or `event:` and its name; empty when it is no longer kept
/// @param took empty while it is under way, or for ever when the application ended meanwhile
/// @param answer as JSON, in the protocol's own names; empty unless it answered
public record AgentCall(
    long id,
    String agent,
    Optional<String> input,
    State state,
    Optional<Fault> fault,
    Optional<Duration> took,
    Optional<String> answer,
    boolean trial,
    Instant at) {

  /// How far it came.
  public enum State {
    /// Under way; or left by a crash: it is not asked again.
    ASKED,
    ANSWERED,
    FAILED
  }
}
