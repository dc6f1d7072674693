package dev.relevo.bot.outbox;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.TestBot.Customer;
import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of parcels when a contact is exported, erased, or turns out to be another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Beside
class ParcelRecordsIT {

  private TestBot bot;

  @BeforeAll
  void start() {
    bot =
        TestBot.thinking(
            it ->
                TestBot.words(it.message()).startsWith("it is me")
                    ? new Outcome.Silence("test")
                    : TestBot.reply("re: " + TestBot.words(it.message())),
            Clock.systemUTC(),
            Map.of());
  }

  @AfterAll
  void stop() {
    bot.close();
  }

  @Test
  void aContactsExportHoldsTheirParcels() {
    var ana = bot.aCustomer();
    ana.writes("hello");
    await("the tick", () -> ana.parcels().equals(List.of("SENT")));
    assertThat(bot.bean(Contacts.class).export(bot.workspace(), ana.id()).get("parcels"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .singleElement()
        .satisfies(it -> assertThat(it.get("state")).isEqualTo("SENT"));
  }

  @Test
  void erasureLeavesNoParcelAndNoReceipt() {
    var ana = bot.aCustomer();
    ana.writes("hello");
    await("the tick", () -> ana.parcels().equals(List.of("SENT")));
    var id = ana.id();
    var sent = lastTo(ana);
    bot.bean(Intake.class)
        .accept(
            bot.channel(),
            List.of(
                new Arrival.Receipt(
                    "wamid.erased",
                    Arrival.Receipt.Kind.READ,
                    Optional.of(sent),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "{}")));
    assertThat(receipts(sent)).isEqualTo(1);

    bot.bean(Contacts.class).erase(bot.workspace(), id);

    assertThat(receipts(sent)).isZero();
    assertThat(parcels(id.value())).isZero();
  }

  @Test
  void erasureWhileWordsAreOnTheWireIsNoFaultAndNothingComesBack() throws Exception {
    var ana = bot.aCustomer();
    var onTheWire = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    bot.channel()
        .alwaysAnswering(it -> {
          if (TestBot.text(it.content()).equals("re: erase me")) {
            onTheWire.countDown();
            waitFor(answer);
          }
          return new Delivery.Accepted("w-" + it.reference());
        });
    ana.writes("erase me");
    onTheWire.await();
    var id = ana.id();

    bot.bean(Contacts.class).erase(bot.workspace(), id);
    answer.countDown();

    var eva = bot.aCustomer();
    eva.writes("still there?");
    await("the next answer", () -> eva.parcels().equals(List.of("SENT")));
    assertThat(parcels(id.value())).isZero();
  }

  @Test
  void whatWaitsIsSentInTheLaneOfWhomTheContactTurnsOutToBe() {
    var ana = bot.aCustomer();
    var other = bot.aCustomer();
    other.writes("first");
    await("the first", () -> other.got().size() == 1);
    bot.channel().answering(soon());
    ana.writes("hello");
    await("the put-off", () -> ana.parcels().equals(List.of("QUEUED")));

    merge(ana, other);

    await("the words", () -> other.got().contains("re: hello"));
    await(
        "the ticks", () -> !ana.parcels().contains("QUEUED") && !ana.parcels().contains("SENDING"));
    assertThat(ana.id()).isEqualTo(other.id());
    assertThat(ana.parcels()).containsOnly("SENT");
    assertThat(shards(ana)).containsOnly(Leases.shard(ana.id()));
  }

  @Test
  void whatTheBotSaidIsTakenBackWhenAPersonHasTheFloorOfWhomTheContactTurnsOutToBe() {
    var ana = bot.aCustomer();
    var other = bot.aCustomer();
    other.writes("first");
    await("the first", () -> other.got().size() == 1);
    other.hears(bot.aMember(), "I am Eva");
    await("the person", () -> other.got().size() == 2);
    bot.channel().answering(soon());
    ana.writes("hello");
    await("the put-off", () -> ana.parcels().equals(List.of("QUEUED")));

    merge(ana, other);

    await("the withdrawal", () -> ana.parcels().contains("WITHDRAWN"));
    assertThat(ana.got()).doesNotContain("re: hello");
  }

  /// They write under both names at once.
  private void merge(Customer one, Customer other) {
    var both =
        new Sender(
            List.of(other.sender().aliases().getFirst(), one.sender().aliases().getFirst()),
            Optional.empty(),
            Optional.empty());
    bot.bean(Intake.class)
        .accept(
            bot.channel(),
            List.of(
                new Arrival.Message(
                    "both-" + one.id().value(),
                    both,
                    new Content.Text("it is me"),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    "{}")));
  }

  private static Delivery soon() {
    return new Delivery.RetryLater(
        "503", "busy", Optional.of(Duration.ofSeconds(1)), Delivery.Scope.PARCEL);
  }

  private String lastTo(Customer customer) {
    var id = customer.id();
    return bot.channel().sent().stream()
        .filter(it -> it.dispatch().to().contact().equals(id))
        .map(it -> it.dispatch().reference())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private long receipts(String callback) {
    return bot.jdbc()
        .sql("SELECT count(*) FROM bot.receipt WHERE workspace_id = :w AND callback = :callback")
        .param("w", bot.workspace().value())
        .param("callback", callback)
        .query(Long.class)
        .single();
  }

  private long parcels(long contact) {
    return bot.jdbc()
        .sql("SELECT count(*) FROM bot.parcel WHERE contact_id = :contact")
        .param("contact", contact)
        .query(Long.class)
        .single();
  }

  private List<Integer> shards(Customer customer) {
    return bot.jdbc()
        .sql("SELECT shard FROM bot.parcel WHERE contact_id = :contact")
        .param("contact", customer.id().value())
        .query((row, at) -> row.getInt("shard"))
        .list();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
