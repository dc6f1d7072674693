package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.List;
import java.util.Optional;

/// A question tried out.
///
/// @param says what would be sent, in order
public record Trial(Decision decision, List<Content> says) {

  public Trial {
    says = List.copyOf(says);
  }

  public Outcome outcome() {
    return decision.outcome();
  }

  /// Which rows, which scores and why; empty when there is no published matrix, or nothing to look
  /// up.
  public Optional<Retrieval> retrieval() {
    return decision.retrieval();
  }

  /// Where the words come from; empty when nothing is said, or nothing was looked up for a
  /// hand-off.
  public Optional<Grounds> grounds() {
    return switch (outcome()) {
      case Outcome.Reply it -> Optional.of(it.grounds());
      case Outcome.Offer it -> Optional.of(it.grounds());
      case Outcome.Handoff it -> it.grounds();
      case Outcome.Fallback it -> Optional.of(it.grounds());
      case Outcome.Silence _, Outcome.Failure _ -> Optional.empty();
    };
  }

  /// Why these rows; empty as [#retrieval].
  public Optional<Explanation> why() {
    return retrieval()
        .map(it ->
            switch (it) {
              case Retrieval.Found found -> found.why();
              case Retrieval.Several several -> several.why();
              case Retrieval.Nothing nothing -> nothing.why();
            });
  }

  /// What was decided, in a word: `reply`, `offer`, `handoff`, `fallback` or `silence`.
  public String kind() {
    return switch (outcome()) {
      case Outcome.Reply _ -> "reply";
      case Outcome.Offer _ -> "offer";
      case Outcome.Handoff _ -> "handoff";
      case Outcome.Fallback _ -> "fallback";
      case Outcome.Silence _, Outcome.Failure _ -> "silence";
    };
  }
}
