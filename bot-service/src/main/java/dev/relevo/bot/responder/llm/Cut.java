package dev.relevo.bot.responder.llm;

import dev.relevo.bot.llm.Tokens;

/// Texts made as short as there is room, in tokens.
final class Cut {

  /// No token is longer than so many characters of ordinary text; not worth counting exactly.
  private static final int LONGEST_TOKEN = 12;

  private Cut() {}

  /// So much of the text as has that many tokens, cut after a sentence where one ends in its second
  /// half, else after a word.
  static String to(int most, String text) {
    var cut = text.substring(0, Math.min(text.length(), Math.max(0, most) * LONGEST_TOKEN));
    var tokens = Tokens.count(cut);
    if (tokens <= most) {
      return cut.length() == text.length() ? text : whole(cut);
    }
    while (tokens > most) {
      cut = cut.substring(0, (int) ((long) cut.length() * most * 19 / (tokens * 20L)));
      tokens = Tokens.count(cut);
    }
    return whole(cut);
  }

  private static String whole(String cut) {
    var sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf('\n'));
    return sentence >= cut.length() / 2 && sentence > 0
        ? cut.substring(0, sentence + 1).strip()
        : cut.substring(0, Math.max(0, cut.lastIndexOf(' '))).strip();
  }
}
