package dev.relevo.bot.turn;

import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A turn with what was decided about it.
///
/// @param summary of the conversation, for whoever takes over; empty where there is none
/// @param spent on thinking so far, in earlier attempts too
record Thought(
    Turn turn, Transcript transcript, Decision decision, Optional<String> summary, Duration spent) {

  Outcome outcome() {
    return decision.outcome();
  }

  Language language() {
    return transcript.language();
  }

  /// The customer's words, for the note to whoever takes over; empty when there are none.
  String words() {
    return transcript.message().content().words();
  }

  /// How often in a row, this time included, the customer wrote these words.
  int repetitions() {
    if (words().isBlank()) {
      return 0;
    }
    var same =
        transcript.before().reversed().stream()
            .filter(Message::inbound)
            .takeWhile(it -> it.content().words().strip().equalsIgnoreCase(words().strip()))
            .count();
    return Math.toIntExact(same) + 1;
  }

  Thought failed(String what) {
    var failure = new Outcome.Failure(what, false);
    return new Thought(
        turn, transcript, decision.with(failure, List.of()), Optional.empty(), spent);
  }
}
