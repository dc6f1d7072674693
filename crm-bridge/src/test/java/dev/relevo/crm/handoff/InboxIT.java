package dev.relevo.crm.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.desk.CrmAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxIT {
  private final TestCrm crm = new TestCrm();
  private final Author.Person agent = new Author.Person(crm.aMember().id());

  @Test
  void whoWaitsForAPersonComesFirstThenTheNewest() {
    var waitsLonger = someoneSaying("uno");
    var waitsShorter = someoneSaying("dos");
    var older = someoneSaying("tres");
    var newer = someoneSaying("cuatro");
    handOff(waitsLonger);
    handOff(waitsShorter);
    assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.OPEN, ""))
        .containsExactly(waitsLonger.id(), waitsShorter.id(), newer.id(), older.id());
    assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.WAITING, ""))
        .containsExactly(waitsLonger.id(), waitsShorter.id());
    assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.PAUSED, ""))
        .containsExactly(waitsLonger.id(), waitsShorter.id());
  }

  @Test
  void everyThreadIsInItsBoxes() {
    var mine = someoneSaying("mía");
    var free = someoneSaying("libre");
    var closed = someoneSaying("cerrada");
    mine.apply(agent, new CrmAction.Assign(agent.member()));
    closed.apply(agent, new CrmAction.CloseConversation(ClosingNote.NONE));
    assertThat(list(InboxFilter.Box.MINE, InboxFilter.Status.OPEN, "")).containsExactly(mine.id());
    assertThat(list(InboxFilter.Box.UNASSIGNED, InboxFilter.Status.OPEN, ""))
        .containsExactly(free.id());
    assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.CLOSED, ""))
        .containsExactly(closed.id());
    mine.apply(agent, new CrmAction.Unassign());
    assertThat(list(InboxFilter.Box.UNASSIGNED, InboxFilter.Status.OPEN, "")).contains(mine.id());
    assertThat(crm.inbox().counts(crm.workspace(), agent.member()))
        .isEqualTo(new Inbox.Counts(0, 2, 2, 0));
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrDoubles() {
    var everybody = new ArrayList<ContactId>();
    for (var i = 0; i < 7; i++) {
      everybody.add(someoneSaying("hola").id());
    }
    var seen = new ArrayList<ContactId>();
    var olderThan = Optional.<Instant>empty();
    while (true) {
      var page =
          crm.inbox()
              .list(
                  crm.workspace(),
                  filter(InboxFilter.Box.ALL, InboxFilter.Status.OPEN, ""),
                  olderThan,
                  3);
      if (page.isEmpty()) {
        break;
      }
      page.forEach(it -> seen.add(it.contact()));
      olderThan = page.getLast().lastMessageAt();
    }
    assertThat(seen).containsExactlyElementsOf(everybody.reversed());
  }

  @Test
  void threadsAreFoundByWhatWasSaidAndByWho() {
    var ana = someoneSaying("¿Hacen envíos a Galápagos?");
    someoneSaying("Buenos días");
    for (var text : List.of("galapagos", "envios gala", "#" + ana.id().value())) {
      assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.OPEN, text))
          .as(text)
          .containsExactly(ana.id());
    }
    assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.OPEN, "ana")).hasSize(2);
    assertThat(list(InboxFilter.Box.ALL, InboxFilter.Status.OPEN, "o'neill & co: (*")).isEmpty();
  }

  @Test
  void aLineShowsWhatMatters() {
    var ana = someoneSaying("Primera línea\nsegunda");
    ana.hears(agent, "Le atiendo");
    var line = crm.inbox().item(crm.workspace(), ana.id()).orElseThrow();
    assertThat(line.knownAs()).contains("Ana");
    assertThat(line.preview()).isEqualTo("Le atiendo");
    assertThat(line.previewAuthor()).isEqualTo("PERSON");
    assertThat(line.open()).isTrue();
    assertThat(line.unread()).isZero();
    assertThat(new TestCrm().inbox().item(new TestCrm().workspace(), ana.id())).isEmpty();
  }

  private TestCrm.Person someoneSaying(String text) {
    crm.clock().goOn(Duration.ofSeconds(1));
    var person = crm.aContact();
    person.says(text);
    return person;
  }

  private void handOff(TestCrm.Person person) {
    crm.clock().goOn(Duration.ofSeconds(1));
    crm.handoffs().open(person.id(), Author.BOT, "asked", "", Optional.empty());
  }

  private List<ContactId> list(InboxFilter.Box box, InboxFilter.Status status, String text) {
    return crm
        .inbox()
        .list(crm.workspace(), filter(box, status, text), Optional.empty(), 50)
        .stream()
        .map(InboxItem::contact)
        .toList();
  }

  private InboxFilter filter(InboxFilter.Box box, InboxFilter.Status status, String text) {
    return new InboxFilter(box, status, text, Optional.of(agent.member()));
  }
}
