package dev.relevo.knowledge.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// What is compared of a text in one language: stems of its words, and pieces of them that survive
/// a typo. No word is left out as too common; idf takes care of that.
record Analysis(Locale language) {

  private static final int SHORTEST_PIECE = 3;
  private static final int LONGEST_PIECE = 4;

  /// Words are cut here, so that nobody can keep a thread busy with one word.
  private static final int LONGEST_WORD = 40;

  /// The stems of folded words, in their order.
  List<String> stems(List<String> words) {
    var stems = new ArrayList<String>(words.size());
    try (var stream = stemming().apply(new Tokens(words))) {
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

  /// The character n-grams of folded words, word ends marked.
  List<String> pieces(List<String> words) {
    var pieces = new ArrayList<String>();
    for (var word : words) {
      var marked = "_" + cut(word) + "_";
      for (int size = SHORTEST_PIECE; size <= LONGEST_PIECE; size++) {
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

  private UnaryOperator<TokenStream> stemming() {
    return switch (language.getLanguage()) {
      case "es" -> SpanishLightStemFilter::new;
      case "en" -> PorterStemFilter::new;
      case "pt" -> PortugueseLightStemFilter::new;
      case String _ -> UnaryOperator.identity();
    };
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
