package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.conversation.Content.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kind of a file as its first bytes tell it; what the sender says of it counts for nothing.
/// Only these may be sent: nothing that a browser could run (HTML, SVG, scripts) is among them.
record Sniffed(MediaKind kind, String mime) {

  /// How many bytes it needs to see.
  static final int BYTES = 512;

  private record Mark(int at, String bytes, Sniffed says) {

    boolean fits(byte[] head) {
      var expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
      return head.length >= at + expected.length
          && new String(head, at, expected.length, StandardCharsets.ISO_8859_1).equals(bytes);
    }
  }

  private static final Sniffed MP4 = new Sniffed(MediaKind.VIDEO, "video/mp4");
  private static final Sniffed MP3 = new Sniffed(MediaKind.AUDIO, "audio/mpeg");

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, "\u0089PNG\r\n\u001a\n", new Sniffed(MediaKind.IMAGE, "image/png")),
          new Mark(0, "\u00ff\u00d8\u00ff", new Sniffed(MediaKind.IMAGE, "image/jpeg")),
          new Mark(0, "GIF87a", new Sniffed(MediaKind.IMAGE, "image/gif")),
          new Mark(0, "GIF89a", new Sniffed(MediaKind.IMAGE, "image/gif")),
          new Mark(8, "WEBP", new Sniffed(MediaKind.IMAGE, "image/webp")),
          new Mark(8, "WAVE", new Sniffed(MediaKind.AUDIO, "audio/wav")),
          new Mark(0, "%PDF-", new Sniffed(MediaKind.DOCUMENT, "application/pdf")),
          new Mark(0, "OggS", new Sniffed(MediaKind.AUDIO, "audio/ogg")),
          new Mark(0, "ID3", MP3),
          new Mark(0, "\u00ff\u00fb", MP3),
          new Mark(4, "ftypM4A", new Sniffed(MediaKind.AUDIO, "audio/mp4")),
          new Mark(4, "ftypqt", new Sniffed(MediaKind.VIDEO, "video/quicktime")),
          new Mark(4, "ftypheic", new Sniffed(MediaKind.DOCUMENT, "image/heic")),
          new Mark(4, "ftyp", MP4),
          new Mark(0, "\u001aE\u00df\u00a3", new Sniffed(MediaKind.VIDEO, "video/webm")));

  private static final Map<String, String> OFFICE =
      Map.of(
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "zip", "application/zip");

  /// Empty when it may not be sent.
  static Optional<Sniffed> of(byte[] head, String name) {
    var marked = MARKS.stream().filter(it -> it.fits(head)).map(Mark::says).findFirst();
    return marked.or(() -> office(head, ending(name))).or(() -> plain(head, ending(name)));
  }

  private static Optional<Sniffed> office(byte[] head, String ending) {
    return new Mark(0, "PK\u0003\u0004", MP4).fits(head)
        ? Optional.ofNullable(OFFICE.get(ending)).map(it -> new Sniffed(MediaKind.DOCUMENT, it))
        : Optional.empty();
  }

  private static Optional<Sniffed> plain(byte[] head, String ending) {
    var text = (ending.equals("txt") || ending.equals("csv")) && head.length > 0;
    for (var i = 0; text && i < head.length; i++) {
      text = head[i] < 0 || head[i] >= ' ' || head[i] == '\n' || head[i] == '\r' || head[i] == '\t';
    }
    return text ? Optional.of(new Sniffed(MediaKind.DOCUMENT, "text/plain")) : Optional.empty();
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
