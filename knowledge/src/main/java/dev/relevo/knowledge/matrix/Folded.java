package dev.relevo.knowledge.matrix;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text without what people leave out when they type: case, accents, punctuation, doubled blanks.
/// Two phrases with the same folded form are the same question.
public final class Folded {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private Folded() {}

  /// The folded form; a text of nothing but signs or emoji stays as it is.
  public static String of(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var folded =
        NEITHER_LETTER_NOR_DIGIT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return folded.isEmpty() ? text.strip() : folded;
  }
}
