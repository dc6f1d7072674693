package dev.relevo.bot.llm;

import java.util.Locale;
import java.util.Optional;

/// What of OpenAI's protocol an endpoint takes from us; learnt from what it refuses.
///
/// @param format how it is told to write JSON
/// @param completionTokens whether the longest answer is `max_completion_tokens`, which some
///   demand, instead of `max_tokens`, which most know
/// @param temperature whether it lets one be set
record Dialect(Format format, boolean completionTokens, boolean temperature) {

  /// What OpenAI's own endpoint takes.
  static final Dialect FULL = new Dialect(Format.SCHEMA, false, true);

  /// From the strictest to none.
  enum Format {
    SCHEMA,
    OBJECT,
    NONE
  }

  /// What was learnt from a refusal: how to ask again at once, which leaves out all that may have
  /// been meant, and how to ask the next time.
  record Lesson(Dialect now, Dialect next) {}

  /// @param complaint what a 400 says
  /// @param shaped whether the refused request asked for JSON
  Optional<Lesson> learn(String complaint, boolean shaped) {
    var text = complaint.toLowerCase(Locale.ROOT);
    if (text.contains("max_completion_tokens") && !completionTokens) {
      return alike(new Dialect(format, true, temperature));
    }
    if (text.contains("temperature") && temperature) {
      return alike(new Dialect(format, completionTokens, false));
    }
    if (shaped && format != Format.NONE && isAboutFormat(text)) {
      var weaker = format == Format.SCHEMA ? Format.OBJECT : Format.NONE;
      return Optional.of(
          new Lesson(
              new Dialect(Format.NONE, completionTokens, temperature),
              new Dialect(weaker, completionTokens, temperature)));
    }
    return Optional.empty();
  }

  private static Optional<Lesson> alike(Dialect dialect) {
    return Optional.of(new Lesson(dialect, dialect));
  }

  private static boolean isAboutFormat(String text) {
    return text.contains("response_format")
        || text.contains("json_schema")
        || text.contains("json_object")
        || text.contains("structured output")
        || text.contains("grammar");
  }
}
