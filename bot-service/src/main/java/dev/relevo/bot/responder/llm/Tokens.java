package dev.relevo.bot.responder.llm;

/// How many tokens a text has at most, guessed without a model's vocabulary: more than `o200k_base`
/// counts in Spanish, English and Portuguese. The exact count is the model's door's.
final class Tokens {

  private static final int LETTERS = 4;
  private static final int DIGITS = 3;

  private Tokens() {}

  static int atMost(String text) {
    var tokens = 0;
    var letters = 0;
    var digits = 0;
    for (int i = 0; i < text.length(); i++) {
      var sign = text.charAt(i);
      var letter = Character.isLetter(sign) && sign < 0x250;
      letters = letter ? letters + 1 : 0;
      digits = Character.isDigit(sign) ? digits + 1 : 0;
      if (letter || digits > 0) {
        tokens += letters % LETTERS == 1 || digits % DIGITS == 1 ? 1 : 0;
      } else if (sign != ' ') {
        tokens++;
      }
    }
    return tokens;
  }

  /// So much of the text as has that many tokens, cut after a sentence where one ends in its second
  /// half, else after a word.
  static String cut(String text, int most) {
    if (atMost(text) <= most) {
      return text;
    }
    var low = 0;
    var high = text.length();
    while (low < high) {
      var middle = (low + high + 1) / 2;
      if (atMost(text.substring(0, middle)) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    var cut = text.substring(0, low);
    var sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf('\n'));
    var word = cut.lastIndexOf(' ');
    if (sentence >= low / 2) {
      return cut.substring(0, sentence + 1).strip();
    }
    return cut.substring(0, Math.max(0, word)).strip();
  }
}
