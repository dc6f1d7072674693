package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Content;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.List;
import java.util.Optional;

/// A question tried out.
///
/// @param retrieval which rows, which scores and why; empty when there is no published matrix, or
///   nothing to look up
/// @param says what would be sent, in order
public record Trial(Optional<Retrieval> retrieval, Outcome outcome, List<Content> says) {

  public Trial {
    says = List.copyOf(says);
  }
}
