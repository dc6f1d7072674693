package dev.relevo.knowledge.matrix;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text as the matrix keeps it: Unix line ends, no blanks around it, no character that a
/// spreadsheet or PostgreSQL refuses (control characters, halves of surrogate pairs). So what is
/// written to a file or a table is what is read back.
final class Wording {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private Wording() {}

  /// Text that may have several lines.
  static String block(String text) {
    var kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(Wording::isKept)
        .forEach(kept::appendCodePoint);
    return stripped(kept.toString());
  }

  /// Text of one line: every run of blanks and line breaks becomes one blank.
  static String line(String text) {
    return stripped(BLANKS.matcher(block(text)).replaceAll(" "));
  }

  /// One line each, empty ones left out.
  static List<String> lines(Collection<String> texts) {
    return texts.stream().map(Wording::line).filter(text -> !text.isEmpty()).toList();
  }

  /// One line, nothing when it is empty.
  static Optional<String> line(Optional<String> text) {
    return text.map(Wording::line).filter(line -> !line.isEmpty());
  }

  private static boolean isKept(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      case Character.SURROGATE -> false;
      default -> character != 0xFFFE && character != 0xFFFF && character != 0xFEFF;
    };
  }

  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200B';
  }
}
