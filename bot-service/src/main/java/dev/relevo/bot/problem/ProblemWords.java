package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The catalogue's texts in one language.
record ProblemWords(ResourceBundle texts) {

  private static final Pattern HOLE = Pattern.compile("\\{([0-9])}");

  /// How much of what a caller sent is quoted.
  private static final int LONGEST_QUOTE = 200;

  static ProblemWords in(Language language) {
    return new ProblemWords(
        ResourceBundle.getBundle(
            "problem.problems",
            language.locale(),
            ProblemWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /// The text with its holes filled.
  ///
  /// @throws IndexOutOfBoundsException if it has more holes than there are arguments
  String of(String key, List<String> arguments) {
    return HOLE.matcher(texts.getString(key))
        .replaceAll(hole ->
            Matcher.quoteReplacement(
                quoted(arguments.get(Character.digit(hole.group(1).charAt(0), 10)))));
  }

  private static String quoted(String argument) {
    return argument.length() <= LONGEST_QUOTE
        ? argument
        : argument.substring(0, argument.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
  }
}
