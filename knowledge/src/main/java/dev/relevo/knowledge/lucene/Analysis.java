package dev.relevo.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/// What is compared of a text in one language: stems of its words, and pieces of them that survive
/// a typo. No word is left out as too common; idf takes care of that.
record Analysis(Locale language) {

  private static final int LONGEST_PIECE = 4;

  /// Words are cut here, so that nobody can keep a thread busy with one word.
  private static final int LONGEST_WORD = 40;

  /// The stems of folded words, in their order.
  List<String> stems(List<String> words) {
    var stems = new ArrayList<String>(words.size());
    try (var stream = stemmed(new Tokens(words))) {
      var term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        stems.add(term.toString());
      }
      stream.end();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return stems;
  }

  /// The character n-grams of folded words up to length 4, word ends marked.
  static List<String> pieces(List<String> words, int shortest) {
    var pieces = new ArrayList<String>();
    for (var word : words) {
      var marked = "_" + cut(word) + "_";
      for (int size = shortest; size <= LONGEST_PIECE; size++) {
        for (int start = 0; start + size <= marked.length(); start++) {
          pieces.add(marked.substring(start, start + size));
        }
      }
    }
    return pieces;
  }

  private static String cut(String word) {
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }

  private TokenStream stemmed(TokenStream words) {
    return switch (language.getLanguage()) {
      case "es" -> new SnowballFilter(words, new SpanishStemmer());
      case "en" -> new SnowballFilter(words, new EnglishStemmer());
      case "pt" -> new SnowballFilter(words, new PortugueseStemmer());
      case String _ -> words;
    };
  }

  boolean speaks(Locale other) {
    return language.getLanguage().equals(other.getLanguage());
  }

  /// Words already at hand, as Lucene wants them.
  static final class Tokens extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words;
    private int next;

    Tokens(List<String> words) {
      this.words = words;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == words.size()) {
        return false;
      }
      term.append(cut(words.get(next++)));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
