package dev.relevo.bot.copilot;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.responder.TestMessages;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A conversation made up for a test.
final class Talking {

  static final WorkspaceId WORKSPACE = new WorkspaceId(1);

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
        contact(), Optional.of(TestMessages.CONVERSATION), assistant, Language.ES, messages);
  }

  private Talking says(Author author, String text) {
    var number = messages.size() + 1;
    messages.add(TestMessages.message(number, author, text));
    return this;
  }

  private static Contact contact() {
    return new Contact(
        TestMessages.CONTACT,
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
        TestMessages.NOW);
  }
}
