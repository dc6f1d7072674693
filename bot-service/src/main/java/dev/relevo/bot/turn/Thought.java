package dev.relevo.bot.turn;

import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;

/// A turn with what was decided about it.
record Thought(Turn turn, Transcript transcript, Outcome outcome) {

  Language language() {
    return transcript.language();
  }

  /// The customer's words, for the note to whoever takes over; empty when there are none.
  String words() {
    return switch (transcript.message().content()) {
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

  Thought failed(String what) {
    return new Thought(turn, transcript, new Outcome.Failure(what, false));
  }
}
