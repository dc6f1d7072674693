package dev.relevo.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Contacts.Arriving;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.workspace.Language;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ContactsIT {
  private static final ChannelId QUITO = new ChannelId("whatsapp-quito");

  private final TestCrm crm = new TestCrm();
  private final Alias phone = TestCrm.aPhone();
  private final Alias user = new Alias(Alias.Kind.USER_ID, "EC." + phone.value());

  @Test
  void aStrangerBecomesAContact() {
    var found = crm.contacts().find(crm.workspace(), crm.aContact(TestCrm.WHATSAPP, phone).id());
    assertThat(found).isPresent();
    assertThat(found.get().name()).isEqualTo("Ana");
    assertThat(found.get().phone()).contains("+" + phone.value());
    assertThat(found.get().language()).contains(Language.ES);
    assertThat(found.get().addresses().getFirst().alias(Alias.Kind.PHONE)).contains(phone.value());
  }

  @Test
  void aNameOfNothingButEmojiIsCutLikeAnyOther() {
    var shorter = "\uD83D\uDE00".repeat(150);
    var longer = "\uD83D\uDE00".repeat(250);
    assertThat(named(shorter)).isEqualTo(shorter);
    assertThat(named(longer)).isEqualTo("\uD83D\uDE00".repeat(190));
  }

  @Test
  void theSameNamesLeadToTheSameContactAndAddress() {
    var first = crm.aContact(TestCrm.WHATSAPP, phone, user);
    var again = crm.resolve(TestCrm.WHATSAPP, first.sender());
    assertThat(again.contact()).isEqualTo(first.id());
    assertThat(again.address()).isEqualTo(first.address());
    assertThat(again.created()).isFalse();
    assertThat(crm.aContact(TestCrm.WHATSAPP, user).address()).isEqualTo(first.address());
  }

  @Test
  void aVerifiedPhoneIsOnePersonOnAllChannels() {
    var here = crm.aContact(TestCrm.WHATSAPP, phone);
    var there = crm.aContact(QUITO, phone);
    assertThat(there.id()).isEqualTo(here.id());
    assertThat(there.address()).isNotEqualTo(here.address());
    assertThat(
            crm.contacts()
                .address(crm.workspace(), QUITO, phone)
                .orElseThrow()
                .alias(Alias.Kind.PHONE))
        .contains(phone.value());
  }

  @Test
  void aUserIdOnAnotherChannelIsSomebodyElse() {
    var here = crm.aContact(TestCrm.WHATSAPP, user);
    assertThat(crm.aContact(QUITO, user).id()).isNotEqualTo(here.id());
  }

  @Test
  void aBatchIsAnsweredInTheOrderGiven() {
    var other = TestCrm.aPhone();
    var resolved =
        crm.contacts().resolve(List.of(arriving(phone), arriving(other), arriving(phone, user)));
    assertThat(resolved.get(0).contact()).isEqualTo(resolved.get(2).contact());
    assertThat(resolved.get(1).contact()).isNotEqualTo(resolved.get(0).contact());
    assertThat(resolved).extracting(Resolved::created).containsExactly(true, true, false);
  }

  @Test
  void namesThatTurnOutToBeOnePersonAreMerged() {
    var byPhone = crm.aContact(TestCrm.WHATSAPP, phone);
    byPhone.says("Uno");
    crm.clock().goOn(Duration.ofSeconds(1));
    var byUser = crm.aContact(TestCrm.WHATSAPP, user);
    byUser.says("Dos");
    byUser.apply(Author.BOT, new CrmAction.AddTags(List.of("vip")));
    byUser.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere hablar", Optional.empty()));
    crm.clock().goOn(Duration.ofSeconds(1));
    byPhone.says("Tres");
    byPhone.apply(Author.BOT, new CrmAction.AddTags(List.of("quito")));

    var both = crm.aContact(TestCrm.WHATSAPP, phone, user);

    assertThat(both.id()).isEqualTo(byPhone.id());
    var contact = crm.contacts().find(crm.workspace(), byUser.id()).orElseThrow();
    assertThat(contact.id()).as("the old number leads to the survivor").isEqualTo(both.id());
    assertThat(contact.tags()).containsExactly("quito", "vip");
    assertThat(contact.addresses()).hasSize(1);
    assertThat(crm.contacts().address(byUser.address()).orElseThrow().aliases())
        .containsExactlyInAnyOrder(phone, user);
    var thread = both.thread();
    assertThat(thread.botHasFloor()).as("paused, as one of them was").isFalse();
    assertThat(thread.unread()).isEqualTo(3);
    assertThat(crm.handoffs().current(both.id())).isPresent();
    var messages = crm.conversations().messages(both.id(), Long.MAX_VALUE, 10);
    assertThat(messages)
        .extracting(Message::content)
        .containsExactly(TestCrm.text("Uno"), TestCrm.text("Dos"), TestCrm.text("Tres"));
    assertThat(messages).extracting(Message::conversation).containsOnly(thread.conversation());
    assertThat(openConversations()).isEqualTo(1);
    assertThat(kinds(both.id())).contains("contact.merged");
  }

  @Test
  void whatIsAskedForAMergedContactIsDoneToTheSurvivor() {
    var byPhone = crm.aContact(TestCrm.WHATSAPP, phone);
    var byUser = crm.aContact(TestCrm.WHATSAPP, user);
    crm.aContact(TestCrm.WHATSAPP, phone, user);
    byUser.apply(Author.BOT, new CrmAction.AddTags(List.of("vip")));
    assertThat(crm.contacts().find(crm.workspace(), byPhone.id()).orElseThrow().tags())
        .containsExactly("vip");
  }

  @Test
  void whatWasMeantForAnAddressGoesToTheOneThatTookItsPlace() {
    var byPhone = crm.aContact(TestCrm.WHATSAPP, phone);
    var byUser = crm.aContact(TestCrm.WHATSAPP, user);
    crm.aContact(TestCrm.WHATSAPP, phone, user);
    byPhone.apply(Author.BOT, new CrmAction.Block(true));

    var nobodys = new AddressId(Long.MAX_VALUE);
    var reachable = crm.contacts().reachable(List.of(byUser.address(), nobodys));

    var contact = crm.contacts().find(crm.workspace(), byPhone.id()).orElseThrow();
    assertThat(reachable)
        .containsOnly(
            Map.entry(
                byUser.address(),
                new Reachable(
                    crm.workspace(),
                    contact.addresses().getFirst(),
                    true,
                    Optional.of(Language.ES))));
  }

  @Test
  void aMergeKeepsTheEpochWhileTheBotHasBothFloors() {
    var older = crm.aContact(TestCrm.WHATSAPP, phone);
    older.says("Uno");
    crm.aContact(TestCrm.WHATSAPP, user).says("Dos");
    var epoch = older.thread().epoch();
    var both = crm.aContact(TestCrm.WHATSAPP, phone, user);
    assertThat(both.thread().epoch()).isEqualTo(epoch);
    assertThat(both.thread().botHasFloor()).isTrue();
  }

  @Test
  void whoFollowsRevisionsSeesAMergeAsChanges() {
    var older = crm.aContact(TestCrm.WHATSAPP, phone);
    older.says("Uno");
    var seen = older.thread().sequence();
    crm.aContact(TestCrm.WHATSAPP, user).says("Dos");
    var both = crm.aContact(TestCrm.WHATSAPP, phone, user);
    assertThat(crm.conversations().changes(both.id(), seen, 10)).hasSize(2);
  }

  @Test
  void anOldNameIsForgottenWhenTheProviderReplacesIt() {
    var ana = crm.aContact(TestCrm.WHATSAPP, phone);
    var changed = TestCrm.aPhone();
    var resolved = crm.contacts().realias(crm.workspace(), TestCrm.WHATSAPP, phone, changed);
    assertThat(resolved).map(Resolved::contact).contains(ana.id());
    assertThat(crm.aContact(TestCrm.WHATSAPP, changed).id()).isEqualTo(ana.id());
    assertThat(crm.contacts().find(crm.workspace(), ana.id()).orElseThrow().phone())
        .contains("+" + changed.value());
    assertThat(crm.aContact(TestCrm.WHATSAPP, phone).id())
        .as("tomorrow the number is a stranger's")
        .isNotEqualTo(ana.id());
    assertThat(
            crm.contacts()
                .realias(crm.workspace(), TestCrm.WHATSAPP, TestCrm.aPhone(), TestCrm.aPhone()))
        .isEmpty();
  }

  @Test
  void aTypedPhoneOnlySuggestsAMerge() {
    var ana = crm.aContact(TestCrm.WHATSAPP, phone);
    var visitor = crm.aContact(TestCrm.WEB, new Alias(Alias.Kind.VISITOR, "v-" + phone.value()));
    visitor.apply(Author.BOT, new CrmAction.SetField("phone", "+" + phone.value()));
    assertThat(crm.contacts().lookalikes(crm.workspace(), visitor.id()))
        .extracting(Contact::id)
        .containsExactly(ana.id());
    assertThat(crm.aContact(TestCrm.WHATSAPP, phone).id()).isEqualTo(ana.id());
  }

  @Test
  void contactsAreFoundByNamePhoneEmailAndNumber() {
    var ana = crm.aContact(TestCrm.WHATSAPP, phone);
    crm.contacts().rename(ana.id(), "José Ñáñez Pérez");
    crm.contacts().email(ana.id(), Optional.of("jose.nanez@correo.ec"));
    for (var text :
        List.of(
            "jose",
            "nanez per",
            "jose.nanez@correo.ec",
            "+" + phone.value(),
            phone.value().substring(5),
            "#" + ana.id().value())) {
      assertThat(crm.contacts().search(crm.workspace(), text, 10))
          .as(text)
          .extracting(Contact::id)
          .containsExactly(ana.id());
    }
    assertThat(crm.contacts().search(crm.workspace(), "maría", 10)).isEmpty();
  }

  @Test
  void everythingKeptIsExported() {
    var ana = crm.aContact(TestCrm.WHATSAPP, phone);
    ana.says("Hola");
    ana.apply(Author.BOT, new CrmAction.AddComment("Prefiere la mañana"));
    aFile(ana.id());
    var json = crm.json().writeValueAsString(crm.contacts().export(crm.workspace(), ana.id()));
    assertThat(json)
        .contains("Hola", "Prefiere la mañana", phone.value(), "foto.png", "comment.created");
  }

  /// A room in which somebody writes of the contact between its erasing and the contact's.
  static final class WrittenMeanwhile implements ContactRecords {

    private int times;

    @Override
    public void move(ContactId from, ContactId to) {}

    @Override
    public Map<String, Object> export(ContactId contact) {
      return Map.of();
    }

    @Override
    public void erase(ContactId contact) {
      if (times-- > 0) {
        throw new DataIntegrityViolationException("still referenced");
      }
    }
  }

  @Test
  void erasingBeginsAgainWhenSomebodyWritesMeanwhileAndNeverDoesHalf() {
    var busy = new TestCrm(WrittenMeanwhile.class);
    var ana = busy.aContact();
    ana.says("Hola");
    busy.bean(WrittenMeanwhile.class).times = 3;
    assertThatThrownBy(() -> busy.contacts().erase(busy.workspace(), ana.id()))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(busy.contacts().address(ana.address())).isPresent();

    busy.bean(WrittenMeanwhile.class).times = 2;
    busy.contacts().erase(busy.workspace(), ana.id());
    assertThat(busy.contacts().find(busy.workspace(), ana.id())).isEmpty();
  }

  @Test
  void erasingLeavesOnlyThatSomebodyWasErased() {
    var ana = crm.aContact(TestCrm.WHATSAPP, phone, user);
    ana.says("Hola");
    ana.hears(Author.BOT, "Buenos días");
    ana.apply(Author.BOT, new CrmAction.AddTags(List.of("vip")));
    ana.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere hablar", Optional.empty()));
    aFile(ana.id());
    crm.contacts().erase(crm.workspace(), ana.id());

    for (var table :
        List.of(
            "contact",
            "address",
            "alias",
            "tag",
            "thread",
            "conversation",
            "message",
            "comment",
            "handoff",
            "request",
            "file",
            "merged")) {
      assertThat(rows(table)).as(table).isZero();
    }
    var events =
        crm.jdbc()
            .sql("SELECT kind FROM crm.event WHERE workspace_id = :w AND contact_id IS NULL")
            .param("w", crm.workspace().value())
            .query(String.class)
            .list();
    assertThat(events).contains("contact.erased", "message.received");
    assertThat(
            crm.jdbc()
                .sql(
                    """
                    SELECT count(*) FROM crm.event
                    WHERE workspace_id = :w AND (contact_id IS NOT NULL OR data <> '{}')
                    """)
                .param("w", crm.workspace().value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(crm.contacts().find(crm.workspace(), ana.id())).isEmpty();
    assertThat(crm.aContact(TestCrm.WHATSAPP, phone).id()).isNotEqualTo(ana.id());
  }

  @Test
  void aContactOfAnotherWorkspaceIsNotFound() {
    var ana = crm.aContact(TestCrm.WHATSAPP, phone);
    var other = new TestCrm();
    assertThat(other.contacts().find(other.workspace(), ana.id())).isEmpty();
    assertThat(other.aContact(TestCrm.WHATSAPP, phone).id()).isNotEqualTo(ana.id());
  }

  @Test
  void aFieldKeepsItsType() {
    crm.contacts().defineField(crm.workspace(), field(FieldType.LIST, List.of("Quito")));
    crm.contacts().defineField(crm.workspace(), field(FieldType.LIST, List.of("Quito", "Loja")));
    assertThat(crm.contacts().fields(crm.workspace()))
        .containsExactly(field(FieldType.LIST, List.of("Quito", "Loja")));
    var asText = field(FieldType.TEXT, List.of());
    assertThatThrownBy(() -> crm.contacts().defineField(crm.workspace(), asText))
        .hasMessageContaining("ciudad");
  }

  private static Field field(FieldType type, List<String> choices) {
    return new Field("ciudad", "Ciudad", type, choices);
  }

  private void aFile(ContactId contact) {
    crm.files()
        .store(
            crm.workspace(),
            Optional.of(contact),
            "foto.png",
            "image/png",
            new ByteArrayInputStream(new byte[] {1, 2, 3}),
            100);
  }

  private String named(String name) {
    var sender = new Sender(List.of(TestCrm.aPhone()), Optional.of(name), Optional.of(Language.ES));
    var id = crm.resolve(TestCrm.WHATSAPP, sender).contact();
    return crm.contacts().find(crm.workspace(), id).orElseThrow().name();
  }

  private Arriving arriving(Alias... aliases) {
    return new Arriving(
        crm.workspace(),
        TestCrm.WHATSAPP,
        new Sender(List.of(aliases), Optional.empty(), Optional.empty()));
  }

  private long rows(String table) {
    return crm.jdbc()
        .sql("SELECT count(*) FROM crm." + table + " WHERE workspace_id = :w")
        .param("w", crm.workspace().value())
        .query(Long.class)
        .single();
  }

  private long openConversations() {
    return crm.jdbc()
        .sql("SELECT count(*) FROM crm.conversation WHERE workspace_id = :w")
        .param("w", crm.workspace().value())
        .query(Long.class)
        .single();
  }

  private List<String> kinds(ContactId contact) {
    return crm.journal().timeline(contact, 50).stream().map(Entry::event).map(Event::kind).toList();
  }
}
