package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Content;
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
}
