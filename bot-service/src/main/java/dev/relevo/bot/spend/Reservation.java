package dev.relevo.bot.spend;

/// Whether a call may be made.
public sealed interface Reservation {

  /// It may, and is on record as if it had taken the most it can, until it is settled.
  ///
  /// @param call its number on record
  record Granted(long call) implements Reservation {}

  /// It may not; nothing was written.
  record Refused(Bound bound) implements Reservation {}

  /// What would be overstepped.
  enum Bound {
    /// Calls, or tool steps where acts are offered, for one message.
    TURN,
    /// Calls, tokens or money in one conversation; also when its contact is gone.
    CONVERSATION,
    /// The workspace's budget.
    MONTH
  }
}
