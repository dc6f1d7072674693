package dev.relevo.bot.channel.whatsapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Just enough JSON for the stand-in, so that it starts from its source with nothing but a JDK and
/// shares no mistake with the code it tests. Objects are maps, arrays lists; null reads as `""`.
final class WireJson {

  private final String text;
  private int at;

  private WireJson(String text) {
    this.text = text;
  }

  /// Reads one value; throws [IllegalArgumentException] when it is not JSON.
  static Object read(String text) {
    var reader = new WireJson(text);
    var value = reader.value();
    reader.blanks();
    if (reader.at != text.length()) {
      throw reader.fault();
    }
    return value;
  }

  /// The value at a path of names and list positions, as text; `""` when there is none.
  static String text(Object json, Object... path) {
    var found = find(json, path);
    return found instanceof Map || found instanceof List ? "" : String.valueOf(found);
  }

  /// The object at a path; empty when there is none.
  static Map<?, ?> object(Object json, Object... path) {
    return find(json, path) instanceof Map<?, ?> map ? map : Map.of();
  }

  /// The list at a path; empty when there is none.
  static List<?> list(Object json, Object... path) {
    return find(json, path) instanceof List<?> list ? list : List.of();
  }

  /// A string as JSON, everything beyond ASCII escaped, as Meta does.
  static String quote(String value) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static Object find(Object json, Object... path) {
    var found = json;
    for (var step : path) {
      if (step instanceof Integer n && found instanceof List<?> list) {
        found = n < list.size() ? list.get(n) : "";
      } else if (found instanceof Map<?, ?> map && map.containsKey(step)) {
        found = map.get(step);
      } else {
        return "";
      }
    }
    return found;
  }

  private Object value() {
    blanks();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      default -> bare();
    };
  }

  private Map<String, Object> object() {
    var object = new LinkedHashMap<String, Object>();
    at++;
    blanks();
    while (peek() != '}') {
      blanks();
      var name = string();
      blanks();
      expect(':');
      object.put(name, value());
      comma('}');
    }
    at++;
    return object;
  }

  private List<Object> list() {
    var list = new ArrayList<Object>();
    at++;
    blanks();
    while (peek() != ']') {
      list.add(value());
      comma(']');
    }
    at++;
    return list;
  }

  private void comma(char end) {
    blanks();
    if (peek() != end) {
      expect(',');
    }
  }

  private String string() {
    expect('"');
    var string = new StringBuilder();
    for (var c = next(); c != '"'; c = next()) {
      string.append(c == '\\' ? escaped() : c);
    }
    return string.toString();
  }

  private char escaped() {
    var c = next();
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> c;
    };
  }

  private Object bare() {
    var start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = text.substring(start, at);
    return switch (word) {
      case "null" -> "";
      case "true" -> true;
      case "false" -> false;
      default -> Double.valueOf(word);
    };
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw fault();
    }
    return text.charAt(at);
  }

  private char next() {
    var c = peek();
    at++;
    return c;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw fault();
    }
  }

  private IllegalArgumentException fault() {
    return new IllegalArgumentException("not JSON at character " + at);
  }
}
