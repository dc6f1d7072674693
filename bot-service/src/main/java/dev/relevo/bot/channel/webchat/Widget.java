package dev.relevo.bot.channel.webchat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The widget's script as it goes over the wire: the pieces in `webchat/widget/`, put together
/// once. A change of the pieces shows after a restart.
final class Widget {

  /// The largest it may grow, in bytes before compression.
  static final int LIMIT = 60 * 1024;

  private static final List<String> PIECES =
      List.of("words", "text", "memory", "wire", "tabs", "chat", "bubbles", "view", "start");

  private final byte[] plain;
  private final byte[] zipped;
  private final String tag;

  Widget() {
    this.plain = assemble().getBytes(StandardCharsets.UTF_8);
    this.zipped = zip(plain);
    this.tag = "\"" + digest(plain) + "\"";
  }

  byte[] plain() {
    return plain.clone();
  }

  byte[] zipped() {
    return zipped.clone();
  }

  /// Its entity tag, quotes included.
  String tag() {
    return tag;
  }

  /// One function around everything, so that nothing of it is seen by the page.
  private static String assemble() {
    var style = JsonMapper.shared().writeValueAsString(tight(piece("style.css")));
    return PIECES.stream()
        .map(it -> piece(it + ".js"))
        .collect(
            Collectors.joining(
                "\n", "(() => {\n\"use strict\";\nconst STYLE = " + style + ";\n", "\n})();\n"));
  }

  /// A style sheet without the blanks that mean nothing.
  private static String tight(String style) {
    return style.replaceAll("\\s*([{};,])\\s*", "$1");
  }

  /// Without the comments that fill whole lines: they are for those who read the source.
  private static String piece(String name) {
    try (var stream = Widget.class.getResourceAsStream("/webchat/widget/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("a piece of the widget is missing: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(it -> !it.isEmpty() && !it.startsWith("//"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip(byte[] bytes) {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 24);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
