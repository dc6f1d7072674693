package dev.relevo.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;

/// The kinds of file that are read, told by what is in them; the name only tells texts apart.
enum FileType {
  PDF,
  DOCX,
  HTML,
  MARKDOWN,
  TEXT;

  private static final int MOST_ENTRIES = 10_000;

  private Set<String> mediaTypes() {
    return switch (this) {
      case PDF -> Set.of("application/pdf");
      case DOCX ->
          Set.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
      case HTML -> Set.of("text/html", "application/xhtml+xml");
      case MARKDOWN -> Set.of("text/markdown", "text/x-markdown");
      case TEXT -> Set.of("text/plain");
    };
  }

  /// All media types that are read.
  static Set<String> readable() {
    return Arrays.stream(values())
        .flatMap(it -> it.mediaTypes().stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /// The kind of a file; empty if it is none of these.
  ///
  /// @param name the file's name or the page's path
  /// @param mediaType as a server named it; may be empty
  static Optional<FileType> of(byte[] bytes, String name, String mediaType) {
    if (startsWith(bytes, "%PDF-")) {
      return Optional.of(PDF);
    }
    if (startsWith(bytes, "PK")) {
      return holdsWord(bytes) ? Optional.of(DOCX) : Optional.empty();
    }
    if (isBinary(bytes)) {
      return Optional.empty();
    }
    var lower = name.toLowerCase(Locale.ROOT);
    if (HTML.mediaTypes().contains(mediaType)
        || lower.matches(".*\\.x?html?")
        || looksLikeHtml(bytes)) {
      return Optional.of(HTML);
    }
    var isMarkdown =
        MARKDOWN.mediaTypes().contains(mediaType) || lower.matches(".*\\.(md|markdown)");
    return Optional.of(isMarkdown ? MARKDOWN : TEXT);
  }

  private static boolean startsWith(byte[] bytes, String signature) {
    // Some programs write a mark or a blank line before.
    return head(bytes, 64).stripLeading().startsWith(signature)
        || (signature.startsWith("%PDF") && head(bytes, 1_024).contains(signature));
  }

  private static boolean looksLikeHtml(byte[] bytes) {
    var head = head(bytes, 1_024).toLowerCase(Locale.ROOT);
    return head.contains("<!doctype html") || head.contains("<html");
  }

  /// Texts hold no zero bytes, unless they begin with the mark of UTF-16.
  private static boolean isBinary(byte[] bytes) {
    var start = head(bytes, 2);
    var utf16 = start.equals("\u00FE\u00FF") || start.equals("\u00FF\u00FE");
    for (int at = 0; !utf16 && at < Math.min(bytes.length, 8_192); at++) {
      if (bytes[at] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsWord(byte[] bytes) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (int entries = 0; entries < MOST_ENTRIES; entries++) {
        var entry = zip.getNextEntry();
        if (entry == null) {
          return false;
        }
        if (entry.getName().startsWith("word/")) {
          return true;
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException damaged) {
      return false;
    }
  }

  private static String head(byte[] bytes, int length) {
    return new String(
        bytes, 0, Math.min(bytes.length, length), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
