package dev.relevo.bot.spend;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A call as it stands on record.
///
/// @param promptTokens as long as it is under way, the most it can take, as are the next two
/// @param micros in millionths of the currency the prices are in
/// @param latency empty while it is under way, or for ever when the application ended meanwhile
/// @param request empty when texts are no longer kept, as is the answer
/// @param note empty when nobody said what became of it
public record Call(
    long id,
    AssistantId assistant,
    Optional<ContactId> contact,
    Optional<ConversationId> conversation,
    Optional<MessageId> message,
    String purpose,
    String model,
    State state,
    int promptTokens,
    int answerTokens,
    long micros,
    Optional<Duration> latency,
    Optional<Duration> firstToken,
    Optional<String> fault,
    Optional<String> request,
    Optional<String> answer,
    List<Taken.Step> steps,
    Optional<Note> note,
    Instant at) {

  /// How far it came.
  public enum State {
    /// Under way; or left by a crash, when it is older than a minute: spent at its worst.
    RESERVED,
    ANSWERED,
    FAILED
  }

  public Call {
    steps = List.copyOf(steps);
  }
}
