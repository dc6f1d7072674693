package dev.relevo.bot.hindsight;

import dev.relevo.bot.responder.Options;
import dev.relevo.crm.conversation.Content;
import java.util.List;
import java.util.Optional;

/// What messages say, as far as it matters looking back.
final class Said {

  private static final int THUMB_UP = 0x1F44D;
  private static final int THUMB_DOWN = 0x1F44E;

  private Said() {}

  /// The words of a message; empty when it has none.
  static String words(Content content) {
    return switch (content) {
      case Content.Text(var body) -> body;
      case Content.Picked(_, var label) -> label;
      case Content.Media media -> media.caption();
      case Content.Choice(var body, _) -> body;
      case Content.Place _,
          Content.Cards _,
          Content.Reaction _,
          Content.Order _,
          Content.Form _,
          Content.Template _,
          Content.Notice _,
          Content.Unsupported _ ->
          "";
    };
  }

  /// The rows a choice offers.
  static List<String> rows(Content content) {
    return content instanceof Content.Choice(_, var options)
        ? options.stream()
            .flatMap(it -> Options.row(it.id()).stream())
            .map(Object::toString)
            .toList()
        : List.of();
  }

  /// Whether a reaction says that an answer helped: a thumb up or down, of any colour; inside empty
  /// when the reaction was taken back. Empty for other emoji.
  static Optional<Optional<Boolean>> vote(String emoji) {
    if (emoji.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    return switch (emoji.codePointAt(0)) {
      case THUMB_UP -> Optional.of(Optional.of(true));
      case THUMB_DOWN -> Optional.of(Optional.of(false));
      default -> Optional.empty();
    };
  }
}
