package dev.relevo.bot.copilot;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A conversation made up for a test.
final class Talking {

  static final WorkspaceId WORKSPACE = new WorkspaceId(1);

  private static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");

  private final List<Message> messages = new ArrayList<>();
  private Assistant assistant = Assistant.plain(WORKSPACE);

  Talking customer(String text) {
    return says(Author.CUSTOMER, text);
  }

  Talking bot(String text) {
    return says(Author.BOT, text);
  }

  /// What tells who the customer is may not reach the model.
  Talking masked() {
    var usual = Manner.DEFAULT;
    assistant =
        new Assistant(
            assistant.id(),
            WORKSPACE,
            "Relevo",
            true,
            assistant.channels(),
            assistant.engine(),
            Optional.empty(),
            new Manner(
                "", Optional.empty(), 0.2, 10, true, Hours.ALWAYS, usual.powers(), usual.bounds()));
    return this;
  }

  Chat chat() {
    return new Chat(
        contact(), Optional.of(new ConversationId(9)), assistant, Language.ES, messages);
  }

  private Talking says(Author author, String text) {
    var number = messages.size() + 1;
    messages.add(
        new Message(
            new MessageId(number),
            new ContactId(5),
            Optional.of(new ConversationId(9)),
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
            NOW));
    return this;
  }

  private static Contact contact() {
    return new Contact(
        new ContactId(5),
        WORKSPACE,
        "Ana Torres",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        false,
        Map.of(),
        List.of(),
        List.of(),
        NOW);
  }
}
