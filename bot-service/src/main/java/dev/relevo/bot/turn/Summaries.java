package dev.relevo.bot.turn;

import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.conversation.Transcript;
import java.util.Optional;

/// Sums a conversation up for whoever takes it over; implemented above, where models are known.
public interface Summaries {

  /// What the customer wants, what was tried and what is open, in the workspace's language and at
  /// most some 600 characters; empty when the last message says it all, or when it could not be
  /// done by the deadline. Changes nothing.
  Optional<String> sumUp(Transcript transcript, Deadline deadline);
}
