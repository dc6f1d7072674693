package dev.relevo.bot.dialogflow;

import com.google.api.gax.rpc.StatusCode;

/// What goes wrong with a call.
public enum Fault {
  /// It had not answered by the deadline.
  SLOW,
  /// The project's quota for this minute is used up.
  BUSY,
  /// Nobody answers there.
  DOWN,
  /// Its own fault, or one we do not know.
  BROKEN,
  /// The key is refused.
  KEY_REFUSED,
  /// The service account may not ask this agent.
  NOT_ALLOWED,
  /// No such agent or environment in this location.
  NOT_FOUND,
  /// The request is refused: the language, the location, a text.
  NOT_ACCEPTED,
  /// The agent is not trained, or something in its flow is invalid.
  NOT_READY;

  static Fault of(StatusCode.Code code) {
    return switch (code) {
      case DEADLINE_EXCEEDED, CANCELLED -> SLOW;
      case RESOURCE_EXHAUSTED -> BUSY;
      case UNAVAILABLE -> DOWN;
      case UNAUTHENTICATED -> KEY_REFUSED;
      case PERMISSION_DENIED -> NOT_ALLOWED;
      case NOT_FOUND -> Fault.NOT_FOUND;
      case INVALID_ARGUMENT, OUT_OF_RANGE -> NOT_ACCEPTED;
      case FAILED_PRECONDITION -> NOT_READY;
      case OK, UNKNOWN, INTERNAL, ABORTED, ALREADY_EXISTS, DATA_LOSS, UNIMPLEMENTED -> BROKEN;
    };
  }

  /// Whether it stays until somebody changes the connection or the agent.
  public boolean isOfConnection() {
    return switch (this) {
      case KEY_REFUSED, NOT_ALLOWED, NOT_FOUND, NOT_ACCEPTED, NOT_READY -> true;
      case SLOW, BUSY, DOWN, BROKEN -> false;
    };
  }
}
