package dev.relevo.knowledge.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A file's text: UTF-8 with or without a byte order mark, or UTF-16 with one.
///
/// @param reader ends with an exception where the bytes are no text of that kind
record UnicodeText(Charset charset, Reader reader) {

  private static final int LONGEST_MARK = 3;

  /// Reads as much as tells the kind.
  static UnicodeText of(InputStream bytes) throws IOException {
    var from = new PushbackInputStream(bytes, LONGEST_MARK);
    var start = from.readNBytes(LONGEST_MARK);
    if (startsWith(start, 0xFF, 0xFE)) {
      return text(from, start, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return text(from, start, 2, StandardCharsets.UTF_16BE);
    }
    return text(from, start, startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
  }

  private static UnicodeText text(PushbackInputStream from, byte[] start, int mark, Charset charset)
      throws IOException {
    from.unread(start, mark, start.length - mark);
    return new UnicodeText(charset, new InputStreamReader(from, charset.newDecoder()));
  }

  /// Whether bytes begin so.
  static boolean startsWith(byte[] bytes, int... mark) {
    for (int at = 0; at < mark.length; at++) {
      if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}
