package dev.relevo.bot.fact;

import java.util.Collection;
import java.util.List;

/// Whether a text lets out what nobody is told.
public final class Leak {

  /// So many words in a row are no accident.
  private static final int IN_A_ROW = 7;

  /// No word is longer; a text in code is.
  private static final int LONGEST_WORD = 40;

  private Leak() {}

  /// Whether it holds a part of a secret, also written backwards, or something that cannot be read.
  ///
  /// @param allowed what may be said, though a secret says it too
  public static boolean in(String text, Collection<String> secrets, String allowed) {
    var open = Folding.line(allowed);
    var lines = secrets.stream().map(Folding::line).toList();
    var words = Folding.words(text);
    var backwards = Folding.words(new StringBuilder(text).reverse().toString());
    return holds(words, lines, open)
        || holds(backwards, lines, open)
        || words.stream().anyMatch(it -> it.length() > LONGEST_WORD && !open.contains(it));
  }

  private static boolean holds(List<String> words, List<String> secrets, String open) {
    for (int at = 0; at + IN_A_ROW <= words.size(); at++) {
      var part = " " + String.join(" ", words.subList(at, at + IN_A_ROW)) + " ";
      if (!open.contains(part) && secrets.stream().anyMatch(it -> it.contains(part))) {
        return true;
      }
    }
    return false;
  }
}
