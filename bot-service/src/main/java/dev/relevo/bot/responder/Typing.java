package dev.relevo.bot.responder;

/// Shows a customer that an answer is being written; implemented above, where channels are known.
public interface Typing {

  /// Somebody takes a while to decide. Returns at once and never throws; to be said again every few
  /// seconds.
  void writes(Asking asking);
}
