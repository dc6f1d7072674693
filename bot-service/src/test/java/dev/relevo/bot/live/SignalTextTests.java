package dev.relevo.bot.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalTextTests {

  private static final WorkspaceId HERE = new WorkspaceId(1);
  private static final ContactId ANA = new ContactId(7);

  @Test
  void whatIsWrittenIsReadAgain() {
    var luisa = new MemberId(3);
    for (Signal signal :
        List.of(
            new Signal.Typing(HERE, ANA, Author.CUSTOMER, true),
            new Signal.Typing(HERE, ANA, Author.BOT, false),
            new Signal.Typing(HERE, ANA, new Author.Echo(), true),
            new Signal.Typing(HERE, ANA, new Author.Automatic("a long reason"), true),
            new Signal.Typing(HERE, ANA, new Author.Person(luisa), true),
            new Signal.Looking(HERE, ANA, luisa, true),
            new Signal.Looking(HERE, new ContactId(Long.MAX_VALUE), luisa, false))) {
      assertThat(SignalText.read(SignalText.write(signal))).contains(signal);
    }
    assertThat(SignalText.write(new Signal.Typing(HERE, ANA, new Author.Person(luisa), true)))
        .isEqualTo("typing 1 7 on person 3");
  }

  @Test
  void whatAnotherVersionSaysIsLeftOut() {
    for (var line :
        List.of(
            "",
            "singing 1 7 on bot",
            "typing 1 7 on",
            "typing one 7 on bot",
            "typing 1 7 on robot",
            "typing 1 7 on person",
            "looking 1 7 on customer")) {
      assertThat(SignalText.read(line)).as(line).isEmpty();
    }
  }
}
