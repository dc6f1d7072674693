package dev.relevo.knowledge.retriever;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A text as a retriever reads it: without case, accents, punctuation, stretched letters and
/// courtesies. Questions and the matrix's phrases are read the same way.
///
/// @param folded every word of the text, one blank between them; may be empty
/// @param core the folded text without greetings and courtesies at both ends, unless fewer than two
///   words would remain
public record Reading(String folded, String core) {

  /// What is read of a text, in characters; the rest of a longer one is left out.
  static final int LONGEST = 2_000;

  private static final int COMBINING_KEYCAP = 0x20E3;

  /// Reads a text and keeps only those emoji (as code points) that the matrix uses as well.
  public static Reading of(String text, Set<Integer> knownSymbols) {
    var folded = fold(text, knownSymbols);
    return new Reading(folded, Courtesies.strip(folded));
  }

  /// The emoji in a text, as code points.
  public static Set<Integer> symbols(String text) {
    var symbols = new HashSet<Integer>();
    text.codePoints().filter(Reading::isSymbol).forEach(symbols::add);
    return symbols;
  }

  /// The words of the core, or none.
  public List<String> words() {
    return core.isEmpty() ? List.of() : List.of(core.split(" ", -1));
  }

  private static String fold(String text, Set<Integer> knownSymbols) {
    var start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    var lower = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var folding = new Folding(knownSymbols);
    Normalizer.normalize(lower, Normalizer.Form.NFKD).codePoints().forEach(folding::take);
    return folding.words();
  }

  private static boolean isSymbol(int point) {
    return Character.getType(point) == Character.OTHER_SYMBOL;
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '’' || point == '‘' || point == '`';
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  /// Collects words point by point.
  private static final class Folding {

    private final Set<Integer> knownSymbols;
    private final StringBuilder words = new StringBuilder();
    private int last;
    private int repeats;

    Folding(Set<Integer> knownSymbols) {
      this.knownSymbols = knownSymbols;
    }

    void take(int point) {
      if (isMark(point) || isApostrophe(point) || point == COMBINING_KEYCAP) {
        return;
      }
      if (Character.isLetterOrDigit(point)) {
        append(point);
      } else {
        separate();
        if (isSymbol(point) && knownSymbols.contains(point)) {
          words.appendCodePoint(point);
          separate();
        }
      }
    }

    /// Three or more of one letter in a row count as one; digits are kept as they are.
    private void append(int point) {
      repeats = point == last ? repeats + 1 : 1;
      last = point;
      if (repeats >= 3 && Character.isLetter(point)) {
        if (repeats == 3) {
          words.setLength(words.length() - Character.charCount(point));
        }
        return;
      }
      words.appendCodePoint(point);
    }

    private void separate() {
      last = 0;
      repeats = 0;
      if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }

    String words() {
      return words.toString().strip();
    }
  }
}
