package dev.relevo.bot.responder;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// What a responder may read: the message to answer, what was said before, who answers and until
/// when. The same for a customer's message and for a question that is only tried out.
///
/// @param matter which rows it is answered from
/// @param channelType the sort of channel (`webchat`, `whatsapp-cloud`); empty text when none
/// @param content the message to answer
/// @param before earlier messages since the bot got the floor, oldest first
/// @param language the one to answer in as far as is known before anybody read the message
/// @param speaks the language the customer is known to speak
/// @param transcript whose message it is; empty when a question is only tried out
/// @param occasion what becomes of the decision
/// @param deadline by which all responders together must have decided
public record Asking(
    WorkspaceId workspace,
    Assistant assistant,
    Responders.Matter matter,
    String channelType,
    Content content,
    List<Message> before,
    Language language,
    Optional<Language> speaks,
    Optional<Transcript> transcript,
    Occasion occasion,
    Deadline deadline) {

  public Asking {
    before = List.copyOf(before);
  }

  /// The same customer, had they written that.
  public Asking saying(Content other) {
    return new Asking(
        workspace,
        assistant,
        matter,
        channelType,
        other,
        before,
        language,
        speaks,
        transcript,
        occasion,
        deadline);
  }

  /// The same message, answered by a person who wants a draft: the model may speak and do nothing.
  public Asking drafting() {
    return new Asking(
        workspace,
        assistant.speaking(),
        matter,
        channelType,
        content,
        before,
        language,
        speaks,
        transcript,
        Occasion.DRAFT,
        deadline);
  }

  /// What becomes of a decision.
  public enum Occasion {
    /// It is said to the customer, and done.
    TURN,
    /// Nobody's message: it is shown and not done.
    TRIAL,
    /// It is shown to the person who answers, and not done.
    DRAFT
  }
}
