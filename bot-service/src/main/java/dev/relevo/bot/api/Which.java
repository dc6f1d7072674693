package dev.relevo.bot.api;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.knowledge.matrix.Matrices;

/// Which state of the matrix is meant.
sealed interface Which {

  /// The working copy.
  record Draft() implements Which {}

  /// A version that was published.
  record Version(int number) implements Which {}

  /// Reads `draft`, `published`, or a version's number.
  ///
  /// @throws Refused if it is none of these, or there is no such version
  static Which of(String text, long workspace, Matrices matrices) {
    if (text.equals("draft")) {
      return new Draft();
    }
    var number =
        text.equals("published") ? matrices.publishedNumber(workspace).orElse(0) : number(text);
    if (matrices.about(workspace, number).isEmpty()) {
      throw new Refused(Problem.VERSION_UNKNOWN, text);
    }
    return new Version(number);
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
  }
}
