package dev.relevo.bot.copilot;

import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A conversation in a few quotations: how it began, what the customer said last, and the last
/// answer. The same for the same conversation.
final class PlainSummary {

  private static final int LONGEST_QUOTE = 130;

  private PlainSummary() {}

  /// Empty where the customer said nothing in words.
  static Optional<String> of(Chat chat) {
    var language = chat.house();
    var customers = chat.customers();
    if (customers.isEmpty()) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    parts.add(first(language) + quoted(language, customers.getFirst()));
    if (customers.size() > 1) {
      parts.add(last(language) + quoted(language, customers.getLast()));
    }
    answers(chat).ifPresent(it -> parts.add(answered(language) + quoted(language, it)));
    return Optional.of(String.join(" ", parts));
  }

  private static Optional<Message> answers(Chat chat) {
    List<Message> ours = chat.messages().stream().filter(it -> !it.inbound()).toList();
    return ours.isEmpty() ? Optional.empty() : Optional.of(ours.getLast());
  }

  private static String first(Language language) {
    return switch (language) {
      case ES -> "El cliente escribió: ";
      case EN -> "The customer wrote: ";
      case PT -> "O cliente escreveu: ";
    };
  }

  private static String last(Language language) {
    return switch (language) {
      case ES -> "Al final: ";
      case EN -> "In the end: ";
      case PT -> "No fim: ";
    };
  }

  private static String answered(Language language) {
    return switch (language) {
      case ES -> "Última respuesta: ";
      case EN -> "Last answer: ";
      case PT -> "Última resposta: ";
    };
  }

  private static String quoted(Language language, Message message) {
    var said = message.content().words().strip().replaceAll("\\s+", " ");
    var words = said.length() > LONGEST_QUOTE ? said.substring(0, LONGEST_QUOTE) + "…" : said;
    return switch (language) {
      case ES, PT -> "«" + words + "».";
      case EN -> "“" + words + "”.";
    };
  }
}
