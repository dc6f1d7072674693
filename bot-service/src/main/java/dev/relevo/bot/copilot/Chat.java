package dev.relevo.bot.copilot;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.fact.Fact;
import dev.relevo.bot.fact.Facts;
import dev.relevo.bot.fact.Masking;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A conversation somebody needs help with.
///
/// @param assistant whose manner and bounds count
/// @param house the workspace's language
/// @param messages those that say something in words, oldest first
record Chat(
    Contact contact,
    Optional<ConversationId> conversation,
    Assistant assistant,
    Language house,
    List<Message> messages) {

  Chat {
    messages = messages.stream().filter(it -> !it.content().words().isBlank()).toList();
  }

  /// What the customer wrote, oldest first.
  List<Message> customers() {
    return messages.stream().filter(Message::inbound).toList();
  }

  /// What was stated in it and may be told a colleague. A page, price or discount that only the
  /// customer named is not passed on in our name.
  List<Fact> facts() {
    return messages.stream().flatMap(Chat::facts).toList();
  }

  private static Stream<Fact> facts(Message message) {
    return Facts.of(message.content().words()).stream()
        .filter(it -> !(message.inbound() && it.isOffer()));
  }

  Masking masking() {
    return Masking.of(assistant.manner().masksPersonalData(), contact.name());
  }

  static String by(Message message) {
    return switch (message.author()) {
      case Author.Customer _ -> "customer";
      case Author.Bot _, Author.Automatic _ -> "bot";
      case Author.Person _, Author.Echo _ -> "person";
    };
  }
}
