package dev.relevo.bot.spend;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Bounds;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;

/// One call somebody wants to make.
///
/// @param bounds how much the assistant may spend
/// @param purpose what for, in a word of the room that asks; bounds of a turn count by it
/// @param message the customer's message that is answered: a turn
/// @param worst the most it can take
/// @param actsOffered whether the model may ask for something to be done: a tool step
/// @param request the text as it is sent; kept with the contact, for a while
public record Claim(
    WorkspaceId workspace,
    AssistantId assistant,
    Bounds bounds,
    String purpose,
    Optional<ContactId> contact,
    Optional<ConversationId> conversation,
    Optional<MessageId> message,
    Worst worst,
    boolean actsOffered,
    String request) {

  /// The most a call can take.
  ///
  /// @param promptTokens of the request, counted
  /// @param answerTokens the longest answer
  public record Worst(String model, Price price, int promptTokens, int answerTokens) {

    long tokens() {
      return (long) promptTokens + answerTokens;
    }

    long micros() {
      return price.micros(promptTokens, answerTokens);
    }
  }
}
