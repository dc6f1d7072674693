package dev.relevo.crm.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.desk.CrmResult.Effect;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A channel that is somebody else's by now.
class SeparationIT {

  private static final ChannelId QUITO = new ChannelId("quito");

  private final TestCrm crm = new TestCrm();
  private final Alias phone = TestCrm.aPhone();
  private final TestCrm.Person ana = crm.aContact(TestCrm.WHATSAPP, phone);
  private final Author.Person agent = new Author.Person(crm.aMember().id());

  @Test
  void itsNextMessageIsSomebodyElsesAndWhatWasSaidStays() {
    ana.says("Uno");
    var epoch = ana.thread().epoch();

    assertThat(separate(ana)).isEqualTo(new Effect.Done());

    var next = crm.aContact(TestCrm.WHATSAPP, phone);
    next.says("Dos");
    assertThat(next.id()).isNotEqualTo(ana.id());
    assertThat(contact(next).phone()).contains("+" + phone.value());
    assertThat(contact(next).addresses()).hasSize(1);
    assertThat(contact(ana).phone()).isEmpty();
    assertThat(contact(ana).addresses()).isEmpty();
    assertThat(said(ana)).isEqualTo(List.of(TestCrm.text("Uno")));
    assertThat(said(next)).isEqualTo(List.of(TestCrm.text("Dos")));
    assertThat(ana.thread().address()).isEmpty();
    assertThat(ana.thread().epoch()).as("the bot's words under way").isGreaterThan(epoch);
  }

  @Test
  void itIsJournaledAndHappensOnce() {
    separate(ana);

    assertThat(crm.journal().timeline(ana.id(), 10))
        .extracting(it -> it.event().kind())
        .contains("contact.separated");
    assertThat(separate(ana)).isEqualTo(new Effect.Refused("Este contacto ya no tiene ese canal."));
  }

  @Test
  void whereTheSameNumberStaysItIsRefused() {
    crm.aContact(QUITO, phone);

    assertThat(separate(ana)).isInstanceOf(Effect.Refused.class);

    assertThat(contact(ana).addresses()).hasSize(2);
  }

  @Test
  void aMessageThatComesInBetweenIsTheNewContacts() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Resolved> late =
          crm.transaction()
              .execute(_ -> {
                separate(ana);
                var coming = threads.submit(() -> crm.resolve(TestCrm.WHATSAPP, ana.sender()));
                untilSomebodyWaits();
                return coming;
              });

      assertThat(late.get().contact()).isNotEqualTo(ana.id());
      assertThat(late.get().address()).isEqualTo(ana.address());
    }
  }

  private Effect separate(TestCrm.Person person) {
    return person.apply(agent, new CrmAction.Separate(person.address())).effects().getFirst();
  }

  private Contact contact(TestCrm.Person person) {
    return crm.contacts().find(crm.workspace(), person.id()).orElseThrow();
  }

  private List<Object> said(TestCrm.Person person) {
    return crm.conversations().messages(person.id(), Long.MAX_VALUE, 10).stream()
        .map(Message::content)
        .<Object>map(it -> it)
        .toList();
  }

  private void untilSomebodyWaits() {
    var waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while (crm.jdbc().sql(waiting).query(Long.class).single() == 0) {
      Thread.onSpinWait();
    }
  }
}
