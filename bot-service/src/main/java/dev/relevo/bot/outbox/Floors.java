package dev.relevo.bot.outbox;

import dev.relevo.crm.conversation.ThreadState;
import java.util.OptionalLong;

/// Whether the bot's words may still leave.
final class Floors {

  private static final long NONE = -1;

  private Floors() {}

  /// The epoch under which the bot may speak in this thread; none matches while a person has the
  /// floor.
  static long epochOfTheBot(ThreadState thread) {
    return thread.botHasFloor() ? thread.epoch() : NONE;
  }

  /// Whether words spoken under that epoch may leave now.
  static boolean allow(ThreadState thread, OptionalLong epoch) {
    return epoch.isEmpty() || epoch.getAsLong() == epochOfTheBot(thread);
  }
}
