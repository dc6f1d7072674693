package dev.relevo.knowledge.model;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/// Reads pieces one after the other, from number 0 to the first that is not there.
final class PiecesIn extends InputStream {

  private final IntFunction<Optional<byte[]>> pieces;
  private byte[] piece = {};
  private int read;
  private int next;
  private boolean ended;

  PiecesIn(IntFunction<Optional<byte[]>> pieces) {
    this.pieces = pieces;
  }

  @Override
  public int read() {
    return hasMore() ? piece[read++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int part = Math.min(length, piece.length - read);
    System.arraycopy(piece, read, into, from, part);
    read += part;
    return part;
  }

  private boolean hasMore() {
    while (read == piece.length && !ended) {
      var found = pieces.apply(next++);
      ended = found.isEmpty();
      piece = found.orElse(new byte[0]);
      read = 0;
    }
    return read < piece.length;
  }
}
