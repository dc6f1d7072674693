package dev.relevo.bot.hindsight;

import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.gap.Gaps;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What colleagues point at while they read a conversation: here the matrix should do better.
@Component
public class Suggestions {

  private static final int LOOK_AHEAD = 20;

  private final Conversations conversations;
  private final Contacts contacts;
  private final Reading reading;
  private final Gaps gaps;

  Suggestions(Conversations conversations, Contacts contacts, Reading reading, Gaps gaps) {
    this.conversations = conversations;
    this.contacts = contacts;
    this.reading = reading;
    this.gaps = gaps;
  }

  /// A question one may point at.
  ///
  /// @param answered what a person answered to it; empty when nobody did
  public record Pointed(ContactId contact, String text, String answered) {}

  /// Empty when it is not a customer's message with words, in that workspace.
  public Optional<Pointed> look(WorkspaceId workspace, MessageId id) {
    return found(workspace, id)
        .map(it ->
            new Pointed(
                it.message().contact(),
                Said.words(it.message().content()),
                answered(it.message())));
  }

  /// Puts the question among the gaps.
  ///
  /// @param by the member
  /// @param answer what should be answered; may be empty
  /// @return the gap it lies in; empty as for [#look]
  public Optional<Long> suggest(WorkspaceId workspace, MessageId id, String by, String answer) {
    return found(workspace, id)
        .map(it ->
            gaps.suggest(
                reading.question(it.contact().workspace(), it.message(), it.contact().language()),
                by,
                answer));
  }

  private record Found(Message message, Contact contact) {}

  private Optional<Found> found(WorkspaceId workspace, MessageId id) {
    return conversations
        .message(id)
        .filter(it -> it.author() instanceof Author.Customer)
        .filter(it -> !Said.words(it.content()).isBlank())
        .flatMap(it ->
            contacts
                .find(workspace, it.contact())
                .filter(contact -> contact.id().equals(it.contact()))
                .map(contact -> new Found(it, contact)));
  }

  private String answered(Message question) {
    var last = question.sequence() + LOOK_AHEAD;
    return conversations.messages(question.contact(), last, LOOK_AHEAD).stream()
        .filter(it -> it.sequence() > question.sequence())
        .filter(it -> it.author() instanceof Author.Person)
        .map(it -> Said.words(it.content()))
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse("");
  }
}
