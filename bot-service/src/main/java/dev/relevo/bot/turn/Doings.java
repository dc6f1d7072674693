package dev.relevo.bot.turn;

import dev.relevo.crm.workspace.Guards;
import java.util.List;
import java.util.Optional;

/// What the bot did in a thread since it has the floor, for the guards.
///
/// @param turns in this conversation
/// @param replies in the last minute
/// @param said what it said, in a word each, the last first
record Doings(int turns, int replies, List<String> said) {

  static final Doings NONE = new Doings(0, 0, List.of());

  Doings {
    said = List.copyOf(said);
  }

  /// Which guard forbids saying this too; empty when none does.
  Optional<String> exceeded(Guards guards, String fingerprint) {
    if (turns >= guards.turnsPerConversation()) {
      return Optional.of("turns in one conversation");
    }
    if (replies >= guards.repliesPerMinute()) {
      return Optional.of("replies in a minute");
    }
    var identical = said.stream().takeWhile(fingerprint::equals).count();
    return identical >= guards.identicalTurns()
        ? Optional.of("the same answer again and again")
        : Optional.empty();
  }
}
