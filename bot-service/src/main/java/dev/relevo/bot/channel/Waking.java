package dev.relevo.bot.channel;

import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Heard;
import dev.relevo.crm.workspace.Guards;
import java.time.Instant;
import java.util.Optional;

/// Decides whether something that came in wakes the bot.
final class Waking {

  private Waking() {}

  /// What came in.
  record Coming(Author author, Content content, Optional<Instant> at) {}

  /// Why the bot will never answer it; empty when it may.
  static Optional<String> silence(
      Coming coming, Resolved who, Heard heard, Guards guards, Instant now) {
    if (coming.author() instanceof Author.Echo) {
      return Optional.of("echo");
    }
    if (!heard.botHadFloor()) {
      return Optional.of("a person has the floor");
    }
    if (who.blocked()) {
      return Optional.of("blocked");
    }
    if (!wakes(coming.content())) {
      return Optional.of("needs no answer");
    }
    return coming.at().filter(it -> it.isBefore(now.minus(guards.staleAfter()))).isPresent()
        ? Optional.of("too old on arrival")
        : Optional.empty();
  }

  private static boolean wakes(Content content) {
    return switch (content) {
      case Content.Text _,
          Content.Picked _,
          Content.Media _,
          Content.Place _,
          Content.Cards _,
          Content.Order _,
          Content.Form _ ->
          true;
      case Content.Choice _,
          Content.Reaction _,
          Content.Template _,
          Content.Notice _,
          Content.Unsupported _ ->
          false;
    };
  }
}
