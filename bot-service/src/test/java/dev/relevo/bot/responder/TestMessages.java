package dev.relevo.bot.responder;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import java.time.Instant;
import java.util.Optional;

/// What one customer, the bot and people say to each other in tests, without a database.
public final class TestMessages {

  /// Whose messages they are.
  public static final ContactId CONTACT = new ContactId(5);

  /// Which conversation they belong to.
  public static final ConversationId CONVERSATION = new ConversationId(9);

  /// When all of it is said.
  public static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");

  private TestMessages() {}

  /// Something one of them said.
  ///
  /// @param number in the conversation, from 1
  public static Message message(int number, Author author, String text) {
    return new Message(
        new MessageId(number),
        CONTACT,
        Optional.of(CONVERSATION),
        number,
        number,
        author instanceof Author.Customer,
        author,
        new ChannelId("web"),
        new AddressId(1),
        new Content.Text(text),
        Optional.empty(),
        MessageState.RECEIVED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOW);
  }
}
