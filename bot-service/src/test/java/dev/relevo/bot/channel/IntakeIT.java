package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.conversation.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The ledger on a real PostgreSQL.
@Beside
class IntakeIT {

  private final TestCrm crm = new TestCrm(LedgerBeans.all());
  private final Intake intake = crm.bean(Intake.class);
  private final FakeChannel channel = new FakeChannel(TestCrm.WHATSAPP.value(), crm.workspace());

  @AfterEach
  void stop() {
    intake.destroy();
  }

  @Test
  void hearsAMessageOnceHoweverOftenItComes() {
    var ana = TestCrm.aPhone();
    var told = new AtomicInteger();
    intake.onAccepted(told::incrementAndGet);

    assertThat(accept(said(ana, "w-1", "Hola"))).isEqualTo(new Intake.Accepted(1, 0, 0));
    var before = thread(ana);
    assertThat(accept(said(ana, "w-1", "Hola"), said(ana, "w-1", "Hola")))
        .isEqualTo(new Intake.Accepted(0, 0, 2));

    assertThat(thread(ana)).isEqualTo(before);
    assertThat(messages(ana)).hasSize(1);
    assertThat(told).hasValue(1);
    assertThat(rows(ana)).containsExactly("WAITING null");
  }

  @Test
  void tellsTheBotOnlyOfWhatItMayAnswer() {
    var ana = TestCrm.aPhone();
    var old = crm.clock().instant().minus(Duration.ofHours(25));
    accept(
        new Arrival.Message(
            "w-old", sender(ana), text("Hola"), Optional.of(old), Optional.empty(), Map.of(), "{}"),
        said(ana, "w-reaction", new Content.Reaction("👍", "w-0")),
        said(ana, "w-notice", new Content.Notice("k", "t")),
        said(ana, "w-unsupported", new Content.Unsupported("poll", "")),
        said(ana, "w-picked", new Content.Picked("row:A", "A")),
        said(ana, "w-place", new Content.Place(0, 0, "", "")));

    assertThat(rows(ana))
        .containsExactly(
            "DONE SILENCE too old on arrival",
            "DONE SILENCE needs no answer",
            "DONE SILENCE needs no answer",
            "DONE SILENCE needs no answer",
            "WAITING null",
            "WAITING null");
    assertThat(messages(ana)).hasSize(6);
  }

  @Test
  void leavesTheBotAsleepWhileAPersonHasTheFloor() {
    var ana = TestCrm.aPhone();
    accept(said(ana, "w-1", "Hola"));
    crm.transaction()
        .executeWithoutResult(
            _ -> crm.floor().take(contact(ana), new Author.Person(crm.aMember().id()), "test"));

    accept(said(ana, "w-2", "¿Hay alguien?"));

    assertThat(rows(ana)).containsExactly("WAITING null", "DONE SILENCE a person has the floor");
  }

  @Test
  void givesThePersonOnTheBusinessPhoneTheFloor() {
    var ana = TestCrm.aPhone();
    accept(said(ana, "w-1", "Hola"));

    accept(
        new Arrival.Echo(
            "w-2", sender(ana), text("Ya le atiendo"), Optional.empty(), Map.of(), "{}"));

    assertThat(thread(ana).floor()).isEqualTo(FloorHolder.PERSON);
    assertThat(messages(ana).getLast().author()).isInstanceOf(Author.Echo.class);
    assertThat(rows(ana)).containsExactly("WAITING null", "DONE SILENCE echo");
  }

  @Test
  void keepsReceiptsOnceEach() {
    var wamid = "w-" + UUID.randomUUID();
    var sent = receipt(wamid, Arrival.Receipt.Kind.SENT);
    var read = receipt(wamid, Arrival.Receipt.Kind.READ);

    assertThat(accept(read, sent, sent)).isEqualTo(new Intake.Accepted(0, 2, 1));
    assertThat(accept(sent)).isEqualTo(new Intake.Accepted(0, 0, 1));
    assertThat(
            crm.jdbc()
                .sql(
                    "SELECT kind || ' ' || state || ' ' || callback FROM bot.receipt WHERE external_id = :id")
                .param("id", wamid)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("SENT WAITING relevo-7", "READ WAITING relevo-7");
  }

  @Test
  void countsWhatItOnlyCounts() {
    assertThat(accept(new Arrival.Unsupported("calls", "{}")))
        .isEqualTo(new Intake.Accepted(0, 0, 0));
  }

  @Test
  void keepsTheOrderOfEachLaneUnderARushOfRepeatedCalls() throws Exception {
    var people = Collections.nCopies(20, 0).stream().map(_ -> TestCrm.aPhone()).toList();
    var calls = new ArrayList<Callable<Intake.Accepted>>();
    for (var person : people) {
      for (var n = 0; n < 30; n++) {
        var one = said(person, person.value() + "-" + n, "n" + n);
        calls.addAll(Collections.nCopies(1 + n % 3, () -> accept(one)));
      }
    }
    Collections.shuffle(calls, new Random(7));
    var stored = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        stored += answer.get().messages();
      }
    }

    assertThat(stored).isEqualTo(600);
    for (var person : people) {
      assertThat(messages(person)).hasSize(30);
      // Within a lane the ledger's ids rise as the thread's sequence does.
      assertThat(
              crm.jdbc()
                  .sql(
                      """
                      SELECT m.sequence FROM bot.inbound i JOIN crm.message m ON m.id = i.message_id
                      WHERE i.contact_id = :contact ORDER BY i.id
                      """)
                  .param("contact", contact(person).value())
                  .query(Long.class)
                  .list())
          .isSorted()
          .hasSize(30);
    }
  }

  @Test
  void makesOneContactOfAThousandFirstMessagesUnderDifferentNames() throws Exception {
    var phone = TestCrm.aPhone();
    var user = new Alias(Kind.USER_ID, "EC." + phone.value());
    var parent = new Alias(Kind.PARENT_USER_ID, "EC.ENT." + phone.value());
    var names =
        List.of(
            List.of(phone),
            List.of(user),
            List.of(parent),
            List.of(phone, user),
            List.of(user, parent));
    var calls = new ArrayList<Callable<Intake.Accepted>>();
    for (var n = 0; n < 1_000; n++) {
      var sender = new Sender(names.get(n % names.size()), Optional.of("Ana"), Optional.empty());
      var one =
          new Arrival.Message(
              phone.value() + "-" + n,
              sender,
              text("n" + n),
              Optional.empty(),
              Optional.empty(),
              Map.of(),
              "{}");
      calls.add(() -> accept(one));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().messages()).isEqualTo(1);
      }
    }

    var contacts =
        crm.jdbc()
            .sql(
                "SELECT count(*) || ' ' || (SELECT count(*) FROM crm.conversation WHERE workspace_id = :w) FROM crm.contact WHERE workspace_id = :w")
            .param("w", crm.workspace().value())
            .query(String.class)
            .single();
    assertThat(contacts).isEqualTo("1 1");
    assertThat(
            crm.jdbc()
                .sql("SELECT count(*) FROM bot.inbound WHERE contact_id = :c AND shard = :c % 64")
                .param("c", contact(phone).value())
                .query(Long.class)
                .single())
        .isEqualTo(1_000);
  }

  @Test
  void followsAPersonToANewName() {
    var before = TestCrm.aPhone();
    var after = TestCrm.aPhone();
    accept(said(before, "w-1", "Hola"));
    var ana = contact(before);
    var change = new Arrival.AliasChanged("w-2:PHONE", before, after, "{}");
    var notice = said(after, "w-2", new Content.Notice("user_changed_number", ""));

    accept(change, notice);
    accept(change, notice);

    assertThat(contact(after)).isEqualTo(ana);
    assertThat(crm.contacts().address(crm.workspace(), channel.id(), before)).isEmpty();
    assertThat(messages(after)).hasSize(2);
    accept(said(before, "w-9", "Soy otra persona con el mismo número"));
    assertThat(contact(before)).isNotEqualTo(ana);
    accept(change);
    assertThat(contact(before)).as("a repeated change does not merge strangers").isNotEqualTo(ana);
  }

  @Test
  void keepsTheNeighboursOfWhatCannotBeStored() {
    var ana = TestCrm.aPhone();
    var poison =
        new Arrival.Message(
            "w-poison",
            sender(ana),
            text("x"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            "{not json");

    assertThat(accept(said(ana, "w-1", "Uno"), poison, said(ana, "w-2", "Dos")))
        .isEqualTo(new Intake.Accepted(3, 0, 0));
    assertThat(messages(ana).stream().map(Message::content))
        .containsExactly(text("Uno"), new Content.Unsupported("unstorable", ""), text("Dos"));
  }

  @Test
  void forgetsAContactWithEverythingRaw() {
    var ana = TestCrm.aPhone();
    accept(said(ana, "w-1", "Hola"));
    var id = contact(ana);
    assertThat(crm.contacts().export(crm.workspace(), id).toString()).contains("w-1");

    crm.contacts().erase(crm.workspace(), id);

    assertThat(
            crm.jdbc()
                .sql("SELECT count(*) FROM bot.inbound WHERE contact_id = :c")
                .param("c", id.value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void purgesTheLedgerAfterEightDays() {
    var ana = TestCrm.aPhone();
    accept(said(ana, "w-1", new Content.Reaction("👍", "w-0")), said(ana, "w-2", "Hola"));
    accept(receipt("w-" + UUID.randomUUID(), Arrival.Receipt.Kind.SENT));
    var purge =
        new LedgerPurge(
            crm.bean(InboundTable.class),
            crm.bean(ReceiptLedger.class),
            crm.bean(MediaTable.class),
            crm.clock());

    crm.clock().goOn(Duration.ofDays(7));
    while (purge.round()) {
      // until nothing is left
    }
    assertThat(rows(ana)).hasSize(2);

    crm.clock().goOn(Duration.ofDays(1).plusSeconds(1));
    while (purge.round()) {
      // until nothing is left
    }
    assertThat(rows(ana)).as("what still waits stays").containsExactly("WAITING null");
    assertThat(
            crm.jdbc()
                .sql("SELECT count(*) FROM bot.receipt WHERE workspace_id = :w")
                .param("w", crm.workspace().value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(messages(ana)).hasSize(2);
  }

  private Intake.Accepted accept(Arrival... arrivals) {
    return intake.accept(channel, List.of(arrivals));
  }

  private ContactId contact(Alias alias) {
    return crm.contacts().address(crm.workspace(), channel.id(), alias).orElseThrow().contact();
  }

  private dev.relevo.crm.conversation.ThreadState thread(Alias alias) {
    return crm.floor().read(contact(alias)).orElseThrow();
  }

  private List<Message> messages(Alias alias) {
    return crm.conversations().messages(contact(alias), Long.MAX_VALUE, 1_000);
  }

  private List<String> rows(Alias alias) {
    return crm.jdbc()
        .sql(
            "SELECT state || ' ' || coalesce(outcome, 'null') FROM bot.inbound WHERE contact_id = :c ORDER BY id")
        .param("c", contact(alias).value())
        .query((row, number) -> String.valueOf(row.getString(1)))
        .list();
  }

  private static Arrival said(Alias from, String id, String body) {
    return said(from, id, text(body));
  }

  private static Arrival said(Alias from, String id, Content content) {
    return new Arrival.Message(
        id,
        sender(from),
        content,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        "{\"id\":\"" + id + "\"}");
  }

  private static Sender sender(Alias alias) {
    return new Sender(List.of(alias), Optional.of("Ana"), Optional.empty());
  }

  private static Content text(String body) {
    return new Content.Text(body);
  }

  private static Arrival receipt(String wamid, Arrival.Receipt.Kind kind) {
    return new Arrival.Receipt(
        wamid,
        kind,
        Optional.of("relevo-7"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Instant.parse("2026-06-01T12:00:00Z")),
        "{}");
  }
}
