package dev.relevo.bot.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// So much of a stream and no more.
final class Brim extends FilterInputStream {

  private static final int MOST = 2 * 1024 * 1024;

  private int left = MOST;

  Brim(InputStream in) {
    super(in);
  }

  /// There was more.
  static final class Overflow extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var read = super.read(bytes, offset, length);
    return counted(read, read);
  }

  private int counted(int result, int bytes) throws IOException {
    left -= Math.max(0, bytes);
    if (left < 0) {
      throw new Overflow();
    }
    return result;
  }
}
