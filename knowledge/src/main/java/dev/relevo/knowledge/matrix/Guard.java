package dev.relevo.knowledge.matrix;

/// Keeps a cell from being taken for a formula by a spreadsheet: an apostrophe is put before what
/// begins like one, and taken away again when the file comes back.
public final class Guard {

  /// What spreadsheets take for the start of a formula or of a command, also in full width.
  private static final String STARTS = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

  private Guard() {}

  /// The text as it may be written.
  public static String put(String text) {
    return isFormulaLike(text) ? "'" + text : text;
  }

  /// The text as it was before.
  static String taken(String cell) {
    return cell.startsWith("'") && isFormulaLike(cell) ? cell.substring(1) : cell;
  }

  private static boolean isFormulaLike(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0;
  }
}
