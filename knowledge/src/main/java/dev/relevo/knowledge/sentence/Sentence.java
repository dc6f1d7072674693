package dev.relevo.knowledge.sentence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a room says to a person: what is wrong, where, and what to do. It can be kept and be said
/// later, in another language.
///
/// @param key `room.what`, a line of that room's `sentences_*.properties`
/// @param arguments what fills its holes `{0}`, `{1}` …; each one line of at most 120 characters
public record Sentence(String key, List<String> arguments) {

  private static final int LONGEST_ARGUMENT = 120;

  public Sentence {
    if (key.indexOf('.') < 1) {
      throw new IllegalArgumentException("a sentence's key begins with its room");
    }
    arguments = arguments.stream().map(Sentence::shortened).toList();
  }

  /// A sentence whose holes are filled with the arguments, written as their `toString`.
  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// The sentence in Spanish, Portuguese or, for every other language, English.
  public String in(Locale language) {
    var room = key.substring(0, key.indexOf('.'));
    var words =
        ResourceBundle.getBundle(
            "dev.relevo.knowledge." + room + ".sentences",
            Locale.of(language.getLanguage()),
            Sentence.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var said = words.getString(key);
    for (int at = arguments.size() - 1; at >= 0; at--) {
      said = said.replace("{" + at + "}", arguments.get(at));
    }
    return said;
  }

  /// As one text, to be kept.
  public String kept() {
    return String.join("\n", key, String.join("\n", arguments)).strip();
  }

  /// The sentence that was kept.
  public static Sentence ofKept(String kept) {
    var lines = kept.lines().toList();
    return new Sentence(lines.getFirst(), lines.subList(1, lines.size()));
  }

  private static String shortened(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_ARGUMENT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_ARGUMENT - 1)) + "…";
  }
}
