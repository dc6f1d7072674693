package dev.relevo.bot.channel.whatsapp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// A file's bytes, refused at their end when they do not have the sum that was announced. Meta
/// writes it in base64 or in hex.
final class CheckedBytes extends FilterInputStream {

  private final String announced;
  private final MessageDigest digest;

  CheckedBytes(InputStream bytes, String announced) {
    super(bytes);
    this.announced = announced.strip();
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var count = super.read(into, offset, length);
    if (count > 0) {
      digest.update(into, offset, count);
    } else if (count < 0) {
      check();
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws IOException {
    var sum = digest.digest();
    var known =
        announced.isEmpty()
            || announced.equalsIgnoreCase(HexFormat.of().formatHex(sum))
            || announced.equals(Base64.getEncoder().encodeToString(sum));
    if (!known) {
      throw new IOException("the file is not the one that was announced: its sum differs");
    }
  }
}
