package dev.relevo.bot.llm;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;

/// Who asks a model, for what, and within whose bounds.
///
/// @param message the customer's message that is answered
public record Account(
    WorkspaceId workspace,
    Assistant assistant,
    Purpose purpose,
    Optional<ContactId> contact,
    Optional<ConversationId> conversation,
    Optional<MessageId> message) {

  /// What a call is for.
  public enum Purpose {
    /// Answering a customer.
    ANSWER,
    /// Trying a question out.
    TRIAL,
    /// Drafting an agent's reply.
    DRAFT,
    /// Rewriting an agent's words.
    REWRITE,
    /// Summing a conversation up.
    SUMMARY,
    /// Seeing whether the connection works.
    PROBE
  }
}
