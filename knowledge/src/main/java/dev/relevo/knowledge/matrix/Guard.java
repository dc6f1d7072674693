package dev.relevo.knowledge.matrix;

import java.util.regex.Pattern;

/// Keeps a cell from being taken for a formula by a spreadsheet: an apostrophe is put before what
/// begins like one, and taken away again when the file comes back.
final class Guard {

  private static final Pattern FORMULA_LIKE =
      Pattern.compile("'*[=+\\-@\\t\\r\\n|%\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

  private Guard() {}

  /// The text as it may be written.
  static String put(String text) {
    return FORMULA_LIKE.matcher(text).matches() ? "'" + text : text;
  }

  /// The text as it was before.
  static String taken(String cell) {
    return cell.startsWith("'") && FORMULA_LIKE.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
