package dev.relevo.knowledge.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a sheet lay when it was read.
///
/// @param sheetId the tab's number
/// @param rows of its grid, empty ones too
/// @param columns of its grid, empty ones too
/// @param texts what its cells show, line by line
/// @param colours of each line's first cell, six hexadecimal digits
/// @param notes by line and column, from 0
record Layout(
    int sheetId,
    int rows,
    int columns,
    List<List<String>> texts,
    List<String> colours,
    Map<Cell, String> notes) {

  Layout {
    texts = List.copyOf(texts);
    colours = List.copyOf(colours);
    notes = new HashMap<>(notes);
  }

  /// A place, counted from 0.
  record Cell(int line, int column) {

    /// As people write it: `B12`.
    String name() {
      var letters = new StringBuilder();
      for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
        letters.insert(0, (char) ('A' + rest % 26));
      }
      return letters.append(line + 1).toString();
    }
  }

  String text(int line, int column) {
    return line < texts.size() && column < texts.get(line).size()
        ? texts.get(line).get(column)
        : "";
  }

  String colour(int line) {
    return line < colours.size() ? colours.get(line) : "FFFFFF";
  }

  /// Whether nothing stands in it.
  boolean isEmpty() {
    return used() == 0;
  }

  /// How many lines there are down to the last in which something stands.
  int used() {
    int used = texts.size();
    while (used > 0 && texts.get(used - 1).stream().allMatch(String::isBlank)) {
      used--;
    }
    return used;
  }
}
