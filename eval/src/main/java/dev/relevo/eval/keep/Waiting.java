package dev.relevo.eval.keep;

import java.sql.SQLException;
import java.time.Duration;

/// For something that becomes true.
final class Waiting {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Waiting() {}

  /// Asked again and again.
  interface Hope {
    boolean isTrue() throws SQLException;
  }

  /// @throws IllegalStateException when it does not come true in two minutes
  static void until(String what, Hope hope) throws SQLException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!hope.isTrue()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%d minutes were not enough until %s".formatted(PATIENCE.toMinutes(), what));
      }
      Thread.sleep(50);
    }
  }
}
