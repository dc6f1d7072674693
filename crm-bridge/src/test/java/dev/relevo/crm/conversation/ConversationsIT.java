package dev.relevo.crm.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import org.junit.jupiter.api.Test;

class ConversationsIT {
  private final TestCrm crm = new TestCrm();

  @Test
  void theFirstMessageOfAStrangerOpensAConversation() {
    var ana = crm.aContact();
    var heard = ana.says("Hola");
    var thread = ana.thread();
    assertThat(heard.sequence()).isEqualTo(1);
    assertThat(heard.botHadFloor()).isTrue();
    assertThat(thread.conversation()).isPresent();
    assertThat(thread.unread()).isEqualTo(1);
    assertThat(crm.conversations().message(heard.message()).orElseThrow().content())
        .isEqualTo(TestCrm.text("Hola"));
    assertThat(crm.contacts().find(crm.workspace(), ana.id()).orElseThrow().addresses()).hasSize(1);
    ana.hears(Author.BOT, "Buenos días");
    ana.hears(new Author.Person(crm.aMember().id()), "Con gusto");
    assertThat(ana.thread().floor()).isEqualTo(FloorHolder.PERSON);
  }
}
