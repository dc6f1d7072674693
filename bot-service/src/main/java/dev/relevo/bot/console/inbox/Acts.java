package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.bot.console.Toast;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.desk.Desk;
import java.util.List;
import org.springframework.stereotype.Component;

/// Does one thing to a thread in the member's name, and says what became of it.
@Component
class Acts {

  private final Desk desk;
  private final Words words;

  Acts(Desk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  Effect act(SignedIn me, Contact contact, String request, CrmAction action) {
    var effects =
        desk.apply(
                new CrmRequest(
                    id(me, request),
                    me.workspace(),
                    contact.id(),
                    new Author.Person(me.member()),
                    "console",
                    List.of(action)))
            .effects();
    return effects.isEmpty() ? new Effect.Unchanged() : effects.getFirst();
  }

  Toast toast(SignedIn me, Effect effect, String key, Object... arguments) {
    return switch (effect) {
      case Effect.Done _ -> Toast.said(words.say(me, key, arguments));
      case Effect.Unchanged _ -> Toast.said(words.say(me, "toast.unchanged"));
      case Effect.Refused it -> Toast.refused(it.why());
    };
  }

  /// A member's own, so that nobody can use another's request up.
  static String id(SignedIn me, String request) {
    if (!request.matches("[A-Za-z0-9-]{8,64}")) {
      throw new NotUnderstood("a request id has 8 to 64 letters, digits and dashes");
    }
    return "c" + me.memberNumber() + "-" + request;
  }
}
