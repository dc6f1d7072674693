package dev.relevo.eval.run;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// What people do to a question when they type it.
public enum Disturbance {
  NONE("as written", (text, _) -> text),
  NO_ACCENTS("accents dropped", (text, _) -> withoutAccents(text)),
  CAPITALS("capitals", (text, _) -> text.toUpperCase(Locale.ROOT)),
  EXCITEMENT("emoji and !!!", (text, _) -> "😀 " + text + "!!! 🙏"),
  GREETING("greeting before it", (text, _) -> "Holaaa buenos días, " + text),
  TYPOS("one or two typos", Disturbance::mistyped);

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiFunction<String, Random, String> change;

  Disturbance(String title, BiFunction<String, Random, String> change) {
    this.title = title;
    this.change = change;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// The text as disturbed; the same chance gives the same text.
  public String of(String text, Random chance) {
    return change.apply(text, chance);
  }

  private static String withoutAccents(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }

  /// Short texts get one typo, longer ones two: a letter left out, doubled, or swapped with its
  /// neighbour.
  private static String mistyped(String text, Random chance) {
    var typed = new StringBuilder(text);
    for (int typos = text.length() > 20 ? 2 : 1; typos > 0 && typed.length() > 3; typos--) {
      int place = 1 + chance.nextInt(typed.length() - 2);
      char letter = typed.charAt(place);
      int kind = chance.nextInt(3);
      if (kind == 0) {
        typed.deleteCharAt(place);
      } else if (kind == 1) {
        typed.insert(place, letter);
      } else {
        typed.setCharAt(place, typed.charAt(place + 1));
        typed.setCharAt(place + 1, letter);
      }
    }
    return typed.toString();
  }
}
