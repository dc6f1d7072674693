package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The console's own texts, in a member's language.
@Component
public class Words {

  private final MessageSource messages;

  Words(MessageSource messages) {
    this.messages = messages;
  }

  public String say(SignedIn me, String key, Object... arguments) {
    return messages.getMessage(key, arguments, me.language().locale());
  }

  /// What a contact is called, in the member's words where nothing is known of them but a number.
  public Called called(SignedIn me, ContactId contact, Optional<String> knownAs) {
    var number = Long.toString(contact.value());
    return new Called(
        knownAs.orElseGet(() -> say(me, "contact.unnamed", number)),
        Names.initials(knownAs.orElse("#" + number)));
  }

  public Called called(SignedIn me, Contact contact) {
    return called(me, contact.id(), contact.knownAs());
  }

  /// A remark of the retriever, `exact phrase` or `matched: costo, envio`, in the member's words;
  /// as it is when we have none for it.
  public String remark(SignedIn me, String remark) {
    var colon = remark.indexOf(':');
    var kind = (colon < 0 ? remark : remark.substring(0, colon)).strip().replace(' ', '-');
    var detail = colon < 0 ? "" : remark.substring(colon + 1).strip();
    var text = sayOr(me, "remark." + kind, remark, detail(me, detail));
    return detail.isEmpty() ? text.replaceFirst(":\\s*$", "") : text;
  }

  /// `slow` or `not in the cited sources: link` in the member's words, where we have some.
  private String detail(SignedIn me, String detail) {
    var colon = detail.indexOf(':');
    var kind = (colon < 0 ? detail : detail.substring(0, colon)).strip();
    var more = colon < 0 ? "" : detail(me, detail.substring(colon + 1).strip());
    var key = "remark.detail." + kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return sayOr(me, key, detail, more);
  }

  /// The text of a key that may not exist, and what to say then.
  public String sayOr(SignedIn me, String key, String otherwise, Object... arguments) {
    var text = messages.getMessage(key, arguments, otherwise, me.language().locale());
    return text == null ? otherwise : text;
  }
}
