package dev.relevo.knowledge.model;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.BiConsumer;

/// Hands on what is written in pieces of a megabyte, numbered from 0; the last may be shorter.
final class PiecesOut extends OutputStream {

  static final int SIZE = 1 << 20;

  private final BiConsumer<Integer, byte[]> pieces;
  private final byte[] piece = new byte[SIZE];
  private int filled;
  private int next;

  PiecesOut(BiConsumer<Integer, byte[]> pieces) {
    this.pieces = pieces;
  }

  @Override
  public void write(int one) {
    if (filled == SIZE) {
      handOn();
    }
    piece[filled++] = (byte) one;
  }

  @Override
  public void write(byte[] some, int from, int length) {
    for (int done = 0; done < length; ) {
      if (filled == SIZE) {
        handOn();
      }
      int part = Math.min(length - done, SIZE - filled);
      System.arraycopy(some, from + done, piece, filled, part);
      filled += part;
      done += part;
    }
  }

  @Override
  public void close() {
    if (filled > 0) {
      handOn();
    }
  }

  private void handOn() {
    pieces.accept(next++, Arrays.copyOf(piece, filled));
    filled = 0;
  }
}
