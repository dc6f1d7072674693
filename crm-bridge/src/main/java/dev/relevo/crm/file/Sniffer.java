package dev.relevo.crm.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says what bytes are by looking at them. Whatever a browser could run is never called by its
/// name.
final class Sniffer {
  static final String UNKNOWN = "application/octet-stream";

  /// Bytes at an offset that tell a type.
  private record Mark(int at, String bytes, String type) {
    boolean is(byte[] head) {
      var wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
      if (head.length < at + wanted.length) {
        return false;
      }
      for (var i = 0; i < wanted.length; i++) {
        if (head[at + i] != wanted[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
          new Mark(0, "\u0089PNG\r\n\u001a\n", "image/png"),
          new Mark(0, "GIF8", "image/gif"),
          new Mark(8, "WEBP", "image/webp"),
          new Mark(8, "WAVE", "audio/wav"),
          new Mark(0, "%PDF-", "application/pdf"),
          new Mark(0, "OggS", "audio/ogg"),
          new Mark(0, "ID3", "audio/mpeg"),
          new Mark(0, "\u00ff\u00fb", "audio/mpeg"),
          new Mark(0, "\u00ff\u00f3", "audio/mpeg"),
          new Mark(0, "\u00ff\u00f1", "audio/aac"),
          new Mark(0, "\u00ff\u00f9", "audio/aac"),
          new Mark(0, "#!AMR", "audio/amr"),
          new Mark(4, "ftypM4A", "audio/mp4"),
          new Mark(4, "ftyp3g", "video/3gpp"),
          new Mark(4, "ftypqt", "video/quicktime"),
          new Mark(4, "ftyp", "video/mp4"),
          new Mark(0, "\u001aE\u00df\u00a3", "video/webm"),
          new Mark(0, "PK\u0003\u0004", "application/zip"),
          new Mark(0, "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage"));

  /// Types told by the sender that fit inside what the bytes are.
  private static final Set<String> ZIPS =
      Set.of(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet");

  private static final Set<String> OLES =
      Set.of("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");
  private static final Set<String> TEXTS = Set.of("text/plain", "text/csv");

  private Sniffer() {}

  static String type(byte[] head, String told) {
    var bare = told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (var mark : MARKS) {
      if (mark.is(head)) {
        return within(mark.type(), bare);
      }
    }
    return TEXTS.contains(bare) && isText(head) ? bare : UNKNOWN;
  }

  private static String within(String type, String told) {
    return switch (type) {
      case "application/zip" -> ZIPS.contains(told) ? told : type;
      case "application/x-ole-storage" -> OLES.contains(told) ? told : UNKNOWN;
      // the same containers hold sound alone
      case "video/mp4" -> told.equals("audio/mp4") ? told : type;
      case "video/webm" -> told.equals("audio/webm") ? told : type;
      case "video/3gpp" -> told.equals("audio/3gpp") ? told : type;
      default -> type;
    };
  }

  private static boolean isText(byte[] head) {
    for (var b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    // the end may cut a character in half
    for (var length = head.length; length >= Math.max(0, head.length - 3); length--) {
      if (decodes(head, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean decodes(byte[] head, int length) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(head, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
