package dev.relevo.bot.responder.llm;

import dev.relevo.bot.fact.Fact;
import dev.relevo.bot.fact.Facts;
import dev.relevo.bot.fact.Folding;
import dev.relevo.bot.responder.Asking;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the customer himself wrote in this conversation: the only place a value about him may come
/// from.
final class OwnWords {

  private static final Set<String> YES =
      Set.of("si", "yes", "sim", "ok", "claro", "acepto", "aceito");
  private static final Set<String> NO = Set.of("no", "nao", "not", "nunca");

  private final String last;
  private final List<String> all = new ArrayList<>();

  private OwnWords(String last) {
    this.last = last;
    all.add(last);
  }

  static OwnWords of(Asking asking) {
    var words = new OwnWords(asking.content().words());
    asking.before().stream()
        .filter(Message::inbound)
        .forEach(it -> words.all.add(it.content().words()));
    return words;
  }

  /// Whether he wrote that value of a standard field, or of a custom one.
  boolean hold(String field, Optional<Field> custom, String value) {
    return custom
        .map(it -> holdCustom(it, value))
        .orElseGet(() ->
            switch (field) {
              case "phone" -> holdFacts(value);
              case "email" -> holdEmail(value);
              case "language" -> Language.of(value).equals(Tongue.of(last));
              default -> holdText(value);
            });
  }

  private boolean holdCustom(Field field, String value) {
    return switch (field.type()) {
      case TEXT, LIST -> holdText(value);
      case EMAIL -> holdEmail(value);
      case URL, NUMBER, DATE, TIME -> holdFacts(value);
      case CHECKBOX -> holdChoice(value);
    };
  }

  private boolean holdText(String value) {
    var line = Folding.line(value);
    return !line.isBlank() && all.stream().anyMatch(it -> Folding.line(it).contains(line));
  }

  private boolean holdEmail(String value) {
    return Facts.of(value).stream().anyMatch(Fact.Email.class::isInstance) && holdFacts(value);
  }

  private boolean holdFacts(String value) {
    var facts = Facts.of(value);
    var said = all.stream().flatMap(it -> Facts.of(it).stream()).toList();
    return !facts.isEmpty() && facts.stream().allMatch(it -> it.standsIn(said));
  }

  private boolean holdChoice(String value) {
    var wanted =
        Set.of("true", "1", "si", "sí", "yes", "sim").contains(value.toLowerCase(Locale.ROOT));
    return Folding.words(last).stream().anyMatch(it -> (wanted ? YES : NO).contains(it));
  }
}
