package dev.relevo.bot.outbox;

import dev.relevo.crm.conversation.ThreadState;
import java.util.OptionalLong;

/// Whether the bot's words may still leave. Every change of the floor raises the epoch, so that
/// words spoken before it are known by theirs.
final class Floors {

  private Floors() {}

  /// Whether words spoken under that epoch may leave now.
  static boolean allow(ThreadState thread, OptionalLong epoch) {
    return epoch.isEmpty() || epoch.getAsLong() == thread.epoch();
  }
}
