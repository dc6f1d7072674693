package dev.relevo.bot.turn;

import dev.relevo.crm.workspace.Guards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the bot did in a thread since it has the floor, for the guards.
///
/// @param turns in this conversation
/// @param replies in the last minute
/// @param said what it said, in a word each, the last first
/// @param exchanges when each message came and was answered, the last first
record Doings(int turns, int replies, List<String> said, List<Exchange> exchanges) {

  static final Doings NONE = new Doings(0, 0, List.of(), List.of());

  /// Nobody reads an answer and writes the next message within that.
  private static final Duration INSTANT = Duration.ofSeconds(1);

  /// A message and its answer.
  record Exchange(Instant heard, Instant answered) {}

  Doings {
    said = List.copyOf(said);
    exchanges = List.copyOf(exchanges);
  }

  /// How many messages in a row, this one last, each came at once after the answer before.
  ///
  /// @param heard when this message came
  int instantAnswers(Instant heard) {
    var row = 0;
    var next = heard;
    for (var exchange : exchanges) {
      var pause = Duration.between(exchange.answered(), next);
      if (pause.isNegative() || pause.compareTo(INSTANT) > 0) {
        return row;
      }
      row++;
      next = exchange.heard();
    }
    return row;
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
