package dev.relevo.bot.turn;

import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import java.util.List;

/// A turn with what was decided about it.
record Thought(Turn turn, Transcript transcript, Decision decision) {

  Outcome outcome() {
    return decision.outcome();
  }

  Language language() {
    return transcript.language();
  }

  /// The customer's words, for the note to whoever takes over; empty when there are none.
  String words() {
    return words(transcript.message().content());
  }

  private static String words(Content content) {
    return switch (content) {
      case Content.Text(var body) -> body;
      case Content.Picked(_, var label) -> label;
      case Content.Media media -> media.caption();
      case Content.Choice _,
          Content.Place _,
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

  /// How often in a row, this time included, the customer wrote these words.
  int repetitions() {
    if (words().isBlank()) {
      return 0;
    }
    var same =
        transcript.before().reversed().stream()
            .filter(Message::inbound)
            .takeWhile(it -> words(it.content()).strip().equalsIgnoreCase(words().strip()))
            .count();
    return Math.toIntExact(same) + 1;
  }

  Thought failed(String what) {
    return new Thought(
        turn, transcript, decision.with(new Outcome.Failure(what, false), List.of()));
  }
}
