package dev.relevo.bot.llm;

import java.util.Locale;
import java.util.stream.Stream;

/// Reads what an endpoint says instead of an answer.
final class Complaint {

  private Complaint() {}

  static Trouble read(Wire.Sent.Refused refused) {
    var text = refused.complaint().toLowerCase(Locale.ROOT);
    return switch (refused.status()) {
      case 401, 403 -> Trouble.KEY_REFUSED;
      case 404, 405 -> Trouble.NOT_FOUND;
      case 402 -> Trouble.QUOTA_USED_UP;
      case 408 -> Trouble.SLOW;
      case 429 -> text.contains("insufficient_quota") ? Trouble.QUOTA_USED_UP : Trouble.BUSY;
      default -> {
        if (refused.status() >= 500) {
          yield Trouble.BROKEN;
        }
        if (refused.status() < 300) {
          yield Trouble.GARBLED;
        }
        yield isTooLong(text) ? Trouble.CONTEXT_TOO_LONG : Trouble.REQUEST_REFUSED;
      }
    };
  }

  private static boolean isTooLong(String text) {
    return Stream.of(
            "context_length",
            "context length",
            "context window",
            "context size",
            "too many tokens",
            "prompt is too long",
            "maximum number of tokens")
        .anyMatch(text::contains);
  }
}
