package dev.relevo.bot.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/// Room in memory for bodies being read, shared by all calls: many large ones at once are told to
/// come again instead of ending the process.
final class BodyBudget {

  private static final int PIECE = 64 * 1024;

  private final Semaphore pieces;

  /// @param bytes for all bodies together
  BodyBudget(long bytes) {
    this.pieces = new Semaphore((int) (bytes / PIECE));
  }

  /// Begins to read; close it when the body is no longer needed.
  Reading reading(InputStream stream, int limit) {
    return new Reading(stream, limit);
  }

  /// How reading ended.
  sealed interface Body {

    /// Compared with nothing, handed on once.
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(byte[] bytes) implements Body {}

    record TooLarge() implements Body {}

    record NoRoom() implements Body {}
  }

  /// One body, and the room it holds.
  final class Reading implements AutoCloseable {
    private final InputStream stream;
    private final int limit;
    private int held;

    private Reading(InputStream stream, int limit) {
      this.stream = stream;
      this.limit = limit;
    }

    Body body() throws IOException {
      var body = new ByteArrayOutputStream();
      while (pieces.tryAcquire()) {
        held++;
        var piece = stream.readNBytes(PIECE);
        body.writeBytes(piece);
        if (body.size() > limit) {
          return new Body.TooLarge();
        }
        if (piece.length < PIECE) {
          return new Body.Whole(body.toByteArray());
        }
      }
      return new Body.NoRoom();
    }

    @Override
    public void close() {
      pieces.release(held);
    }
  }
}
