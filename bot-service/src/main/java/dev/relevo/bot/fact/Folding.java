package dev.relevo.bot.fact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts made comparable.
public final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFE00-\\uFE0F\\u20E3]+");

  private Folding() {}

  /// One way of writing what looks the same: full-width letters and digits of other scripts as
  /// plain ones, nothing invisible.
  static String plain(String text) {
    var visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    var plain = new StringBuilder(visible.length());
    visible
        .codePoints()
        .forEach(it ->
            plain.appendCodePoint(Character.isDigit(it) ? '0' + Character.digit(it, 10) : it));
    return plain.toString();
  }

  /// In lower case and without accents.
  static String folded(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /// The folded words.
  public static List<String> words(String text) {
    return Arrays.stream(NO_WORD.split(folded(plain(text)), -1))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /// The folded words with a blank around each, to look for whole words.
  public static String line(String text) {
    return " " + String.join(" ", words(text)) + " ";
  }
}
