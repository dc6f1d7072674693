package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
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

  /// A remark of the retriever, `exact phrase` or `matched: costo, envio`, in the member's words;
  /// as it is when we have none for it.
  public String remark(SignedIn me, String remark) {
    var colon = remark.indexOf(':');
    var kind = (colon < 0 ? remark : remark.substring(0, colon)).strip().replace(' ', '-');
    var detail = colon < 0 ? "" : remark.substring(colon + 1).strip();
    return sayOr(me, "remark." + kind, remark, detail);
  }

  /// The text of a key that may not exist, and what to say then.
  public String sayOr(SignedIn me, String key, String otherwise, Object... arguments) {
    var text = messages.getMessage(key, arguments, otherwise, me.language().locale());
    return text == null ? otherwise : text;
  }
}
