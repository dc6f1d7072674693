package dev.relevo.knowledge.retriever;

import java.util.List;
import java.util.Locale;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/// The stems of words in one language. No word is left out as too common; rarity takes care of
/// that.
final class Stems {

  private Stems() {}

  /// The stems of folded words, in their order; the words themselves in a language without a
  /// stemmer.
  static List<String> of(List<String> words, Locale language) {
    return switch (language.getLanguage()) {
      case "es" -> stemmed(words, new SpanishStemmer());
      case "en" -> stemmed(words, new EnglishStemmer());
      case "pt" -> stemmed(words, new PortugueseStemmer());
      case String _ -> words;
    };
  }

  private static List<String> stemmed(List<String> words, SnowballStemmer stemmer) {
    return words.stream()
        .map(word -> {
          stemmer.setCurrent(word);
          stemmer.stem();
          return stemmer.getCurrent();
        })
        .toList();
  }
}
