package dev.relevo.knowledge.matrix;

import java.util.ArrayList;
import java.util.List;

/// Several things in one cell: one a line, or separated by `|`. A backslash takes the next sign as
/// it is where that sign would mean something.
final class Cells {

  private static final String SPECIAL = "|\\→-=";

  private Cells() {}

  /// A list as one cell, an item a line.
  static String joined(List<String> items) {
    return String.join("\n", items.stream().map(Cells::escaped).toList());
  }

  /// The items of a cell, blank ones left out.
  static List<String> items(String cell) {
    return rawItems(cell).stream()
        .map(item -> Wording.line(unescaped(item)))
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /// A button as one line: `Label`, `Label → ROW-ID`, `Label → https://…`.
  static String button(Button button) {
    var label =
        escaped(button.label()).replace("→", "\\→").replace("->", "\\->").replace("=>", "\\=>");
    return switch (button.action()) {
      case Button.Action.Say() -> label;
      case Button.Action.GoTo(var row) -> label + " → " + escaped(row.value());
      case Button.Action.Open(var url) -> label + " → " + escaped(url);
    };
  }

  /// A button's label, and its target unless it has none, of one raw item.
  static List<String> labelAndTarget(String rawItem) {
    for (int at = 0; at < rawItem.length(); at++) {
      char sign = rawItem.charAt(at);
      if (sign == '\\') {
        at++;
      } else if (sign == '→' || rawItem.startsWith("->", at) || rawItem.startsWith("=>", at)) {
        var target = rawItem.substring(at + (sign == '→' ? 1 : 2));
        return List.of(line(rawItem.substring(0, at)), line(target));
      }
    }
    return List.of(line(rawItem));
  }

  /// The items of a cell with their backslashes still in place.
  static List<String> rawItems(String cell) {
    var items = new ArrayList<String>();
    var item = new StringBuilder();
    var text = Wording.block(cell);
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '\n' || sign == '|') {
        items.add(item.toString());
        item.setLength(0);
      } else {
        item.append(sign);
        if (sign == '\\' && at + 1 < text.length() && isSpecial(text.charAt(at + 1))) {
          item.append(text.charAt(++at));
        }
      }
    }
    items.add(item.toString());
    return items.stream().filter(raw -> !raw.isBlank()).toList();
  }

  private static String line(String raw) {
    return Wording.line(unescaped(raw));
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|");
  }

  private static String unescaped(String raw) {
    var text = new StringBuilder(raw.length());
    for (int at = 0; at < raw.length(); at++) {
      char sign = raw.charAt(at);
      boolean escapes = sign == '\\' && at + 1 < raw.length() && isSpecial(raw.charAt(at + 1));
      text.append(escapes ? raw.charAt(++at) : sign);
    }
    return text.toString();
  }

  private static boolean isSpecial(char sign) {
    return SPECIAL.indexOf(sign) >= 0;
  }
}
