package dev.relevo.knowledge.document;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;

/// Tells Spanish, English and Portuguese apart by their small words.
final class LanguageGuess {

  static final Locale SPANISH = Locale.of("es");
  static final Locale PORTUGUESE = Locale.of("pt");

  private static final Map<Locale, CharArraySet> SMALL_WORDS =
      Map.of(
          SPANISH,
          SpanishAnalyzer.getDefaultStopSet(),
          Locale.ENGLISH,
          EnglishAnalyzer.getDefaultStopSet(),
          PORTUGUESE,
          PortugueseAnalyzer.getDefaultStopSet());

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

  private LanguageGuess() {}

  /// The language most of its small words are of; the other one where that is not clear.
  static Locale of(String text, Locale otherwise) {
    var best = otherwise;
    var most = count(text, otherwise);
    for (var language : SMALL_WORDS.keySet()) {
      var count = count(text, language);
      if (count > most) {
        best = language;
        most = count;
      }
    }
    return SMALL_WORDS.containsKey(best) ? best : SPANISH;
  }

  private static long count(String text, Locale language) {
    var words = SMALL_WORDS.getOrDefault(language, CharArraySet.EMPTY_SET);
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(words::contains)
        .count();
  }
}
