package dev.relevo.bot.dialogflow;

import com.google.protobuf.Struct;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;

/// What an agent is asked.
///
/// @param asker empty when a question is only tried out: its session is thrown away
/// @param language the customer's, for an agent whose connection names none
/// @param channel the sort of channel; empty text when none
/// @param parameters the session's from now on
/// @param payload what is meant for the agent's webhook
/// @param deadline by which it must have been answered
public record Question(
    WorkspaceId workspace,
    AssistantId assistant,
    Optional<Asker> asker,
    Input input,
    String language,
    String channel,
    Struct parameters,
    Struct payload,
    Deadline deadline) {

  /// Whose message it is.
  ///
  /// @param epoch of the floor
  public record Asker(
      ContactId contact, Optional<ConversationId> conversation, long epoch, MessageId message) {

    long place() {
      return conversation.map(ConversationId::value).orElse(0L);
    }
  }

  /// What is put to it.
  public sealed interface Input {

    /// As it is written down: what was said, or `event:` and its name.
    default String words() {
      return switch (this) {
        case Words(var text) -> text;
        case Event(var name) -> "event:" + name;
      };
    }

    /// What was said; not blank.
    record Words(String text) implements Input {}

    /// Something happened.
    record Event(String name) implements Input {}
  }
}
