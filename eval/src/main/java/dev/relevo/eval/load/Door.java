package dev.relevo.eval.load;

import dev.relevo.eval.play.Script.Line;
import java.io.IOException;

/// How customers write, and hear what is answered; answers go to the [Transcripts].
interface Door extends AutoCloseable {

  /// Says it; whether it was taken. What was not is to be said again.
  boolean say(Line line) throws InterruptedException;

  /// One customer more, whose messages count for nothing, writes so often until it is closed.
  ///
  /// @param customer a number that no customer of the script has
  Flood flood(int customer, double rate);

  /// What came in on behalf of the provider beside messages, and what of it is still to come.
  Reports reports();

  @Override
  void close() throws IOException;

  /// Ends when it is closed.
  interface Flood extends AutoCloseable {
    @Override
    void close();
  }

  /// Statuses of our messages.
  ///
  /// @param delivered statuses that were taken
  /// @param undelivered statuses still to be taken
  record Reports(long delivered, long undelivered) {}
}
