package dev.relevo.eval.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which of the three languages a whole matrix is in, by its small words; the short files do not
/// say.
final class LanguageGuess {

  private static final Map<Locale, Set<String>> SMALL_WORDS =
      Map.of(
          Locale.ENGLISH,
          Set.of("the", "my", "is", "to", "what", "how", "of", "i", "and", "can", "you", "for"),
          Locale.of("es"),
          Set.of("el", "la", "los", "las", "del", "y", "en", "mi", "cuál", "cómo", "es", "una"),
          Locale.of("pt"),
          Set.of("o", "os", "as", "do", "da", "não", "em", "meu", "minha", "você", "como", "uma"));

  private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}]+");

  private LanguageGuess() {}

  static Locale of(List<String> texts) {
    var counts = new HashMap<Locale, Integer>();
    for (var text : texts) {
      for (var word : WORD_ENDS.split(text.toLowerCase(Locale.ROOT), -1)) {
        SMALL_WORDS.forEach((language, words) ->
            counts.merge(language, words.contains(word) ? 1 : 0, Integer::sum));
      }
    }
    return Arrays.asList(Locale.of("es"), Locale.ENGLISH, Locale.of("pt")).stream()
        .max(java.util.Comparator.comparingInt(language -> counts.getOrDefault(language, 0)))
        .orElseThrow();
  }
}
