package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A conversation in a few quotations, made without a model: how it began, what the customer said
/// last, and the last answer. The same for the same conversation.
public final class PlainSummary {

  private static final int LONGEST_QUOTE = 130;

  private PlainSummary() {}

  /// Empty where the customer said nothing in words.
  public static Optional<String> of(List<Message> messages, Language language) {
    var customers = said(messages, true);
    if (customers.isEmpty()) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    parts.add(first(language) + quoted(language, customers.getFirst()));
    if (customers.size() > 1) {
      parts.add(last(language) + quoted(language, customers.getLast()));
    }
    answer(messages, language).ifPresent(parts::add);
    return Optional.of(String.join(" ", parts));
  }

  /// What was said before a message that is quoted elsewhere; empty where it says it all.
  public static Optional<String> before(Transcript transcript, Language language) {
    var customers = said(transcript.before(), true);
    return customers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Stream.concat(
                    Stream.of(first(language) + quoted(language, customers.getFirst())),
                    answer(transcript.before(), language).stream())
                .collect(Collectors.joining(" ")));
  }

  private static Optional<String> answer(List<Message> messages, Language language) {
    var ours = said(messages, false);
    return ours.isEmpty()
        ? Optional.empty()
        : Optional.of(answered(language) + quoted(language, ours.getLast()));
  }

  private static List<Message> said(List<Message> messages, boolean inbound) {
    return messages.stream()
        .filter(it -> it.inbound() == inbound && !it.content().words().isBlank())
        .toList();
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
