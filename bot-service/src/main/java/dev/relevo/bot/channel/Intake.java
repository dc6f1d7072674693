package dev.relevo.bot.channel;

import java.util.List;

/// The ledger of what came in: durable before anybody is told it was received.
public class Intake {

  /// Stores what is new and returns once it is committed. Concurrent calls share commits.
  public Accepted accept(Channel channel, List<Arrival> arrivals) {
    throw new UnsupportedOperationException();
  }

  /// Runs after something was accepted here and committed; must return at once.
  public void onAccepted(Runnable listener) {
    throw new UnsupportedOperationException();
  }

  /// What became of a batch.
  public record Accepted(int messages, int receipts, int duplicates) {}
}
