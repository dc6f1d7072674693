package dev.relevo.eval.load;

import dev.relevo.eval.play.Script.Line;
import java.io.IOException;

/// How customers write, and hear what is answered; answers go to the [Transcripts].
interface Door extends AutoCloseable {

  /// Says it; whether it was taken. What was not is to be said again.
  boolean say(Line line) throws InterruptedException;

  /// What came in on behalf of the provider beside messages, and what of it is still to come.
  Reports reports();

  @Override
  void close() throws IOException;

  /// @param delivered statuses that were taken
  /// @param undelivered statuses still to be taken
  record Reports(long delivered, long undelivered) {}
}
