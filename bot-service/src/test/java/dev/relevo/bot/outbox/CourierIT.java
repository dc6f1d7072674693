package dev.relevo.bot.outbox;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.TestBot.Customer;
import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.SettableClock;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@Beside
class CourierIT {

  private static final Map<String, String> QUICK =
      Map.of("relevo.outbox.first-retry", "20ms", "relevo.outbox.unconfirmed", "600ms");

  @Test
  void triesAgainWhatTheProviderDidNotTakeAndKeepsTheOrder() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel().answering(later(), later());
      customer.writes("one");
      customer.writes("two");
      await("both answers", () -> customer.got().size() == 2);
      assertThat(customer.got()).containsExactly("re: one", "re: two");
      assertThat(bot.channel().sent().size()).isEqualTo(4);
      await("the ticks", () -> customer.parcels().equals(List.of("SENT", "SENT")));
    }
  }

  @Test
  void buriesWhatIsRefusedAndSendsItAgainWhenAPersonAsks() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel().answering(new Delivery.Refused("131026", "No puede recibirlo."));
      customer.writes("hello");
      await("the refusal", () -> customer.parcels().equals(List.of("DEAD")));
      var message = lastOf(bot, customer);
      assertThat(message.state()).isEqualTo(MessageState.FAILED);
      assertThat(message.reason()).contains("No puede recibirlo.");
      assertThat(bot.outbox().resend(message.id())).isTrue();
      assertThat(bot.outbox().resend(message.id())).isFalse();
      await("the answer", () -> customer.got().equals(List.of("re: hello")));
      await("the tick", () -> lastOf(bot, customer).state() == MessageState.SENT);
    }
  }

  @Test
  void anAmbiguousSendIsSettledByItsReceipt() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel().answering(new Delivery.Unknown("timeout"));
      customer.writes("hello");
      await("the doubt", () -> customer.parcels().equals(List.of("UNKNOWN")));
      var reference = bot.channel().sent().getFirst().dispatch().reference();
      receipt(bot, "wamid.1", Arrival.Receipt.Kind.DELIVERED, Optional.of(reference));
      await("the certainty", () -> customer.parcels().equals(List.of("SENT")));
      await("the tick", () -> lastOf(bot, customer).state() == MessageState.DELIVERED);
      customer.writes("again");
      await("the next answer", () -> customer.got().equals(List.of("re: again")));
      assertThat(bot.channel().sent().size()).isEqualTo(2);
      assertThat(bot.count("relevo.parcels.resent")).isZero();
    }
  }

  @Test
  void anAmbiguousSendWithoutAReceiptIsSentOnceMoreAndCounted() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel().answering(new Delivery.Unknown("timeout"));
      customer.writes("hello");
      customer.writes("and more");
      await("both answers", () -> customer.got().size() == 2);
      assertThat(customer.got()).containsExactly("re: hello", "re: and more");
      assertThat(bot.channel().sent().size()).isEqualTo(3);
      assertThat(bot.count("relevo.parcels.resent")).isEqualTo(1);
      assertThat(bot.channel().sent().stream().map(it -> it.dispatch().reference()).distinct())
          .hasSize(2);
    }
  }

  @Test
  void whatIsOnTheWireByOurOwnWordAloneIsSentAsSoonAsThatIsSeen() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel()
          .answering(
              new Delivery.RetryLater(
                  "503", "busy", Optional.of(Duration.ofHours(1)), Delivery.Scope.PARCEL));
      customer.writes("hello");
      await(
          "the first try",
          () -> bot.channel().sent().size() == 1 && customer.parcels().equals(List.of("QUEUED")));
      bot.jdbc()
          .sql("UPDATE bot.parcel SET state = 'SENDING' WHERE contact_id = :id")
          .param("id", customer.id().value())
          .update();

      await("the answer", () -> customer.got().equals(List.of("re: hello")));
      await("the tick", () -> customer.parcels().equals(List.of("SENT")));
    }
  }

  @Test
  void aReceiptThatComesBeforeTheProvidersIdIsCommittedIsMatched() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel().alwaysAnswering(it -> early(bot, it));
      customer.writes("hello");
      await("the end", () -> customer.parcels().equals(List.of("SENT")));
      await("the tick", () -> lastOf(bot, customer).state() == MessageState.READ);
      assertThat(customer.parcels()).containsExactly("SENT");
    }
  }

  /// The provider tells of the message before it answers us, without our reference.
  private static Delivery early(TestBot bot, Dispatch dispatch) {
    var id = "wamid." + dispatch.reference();
    receipt(bot, id, Arrival.Receipt.Kind.READ, Optional.empty());
    receipt(bot, id, Arrival.Receipt.Kind.DELIVERED, Optional.empty());
    return new Delivery.Accepted(id);
  }

  @Test
  void refusesFreeTextOutsideTheWindowAndLetsTemplatesPass() {
    var clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
    try (var bot = TestBot.thinking(it -> new Outcome.Silence("test"), clock, QUICK)) {
      bot.channel().openFor(Duration.ofHours(24));
      var customer = bot.aCustomer();
      customer.writes("hello");
      var member = bot.aMember();
      clock.goOn(Duration.ofHours(25));
      var address = customer.thread().address().orElseThrow();
      assertThat(bot.outbox().refusal(address, new Content.Text("hi"))).isPresent();
      var refused = customer.hears(member, "hi").getFirst();
      assertThat(refused.state()).isEqualTo(MessageState.FAILED);
      assertThat(refused.reason().orElseThrow()).contains("24 horas");
      post(bot, customer, new Content.Template("welcome", "es", List.of()));
      await("the template", () -> customer.got().equals(List.of("template welcome")));
      customer.writes("I am back");
      assertThat(bot.outbox().resend(refused.id())).isTrue();
      await("the resent", () -> customer.got().equals(List.of("template welcome", "hi")));
    }
  }

  @Test
  void aPersonOvertakesWhatTheBotCannotGetRidOf() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      var member = bot.aMember();
      bot.channel().answering(slow());
      customer.writes("hello");
      await("the first try", () -> bot.channel().sent().size() == 1);
      customer.hears(member, "I am Eva");
      await("the person", () -> customer.got().contains("I am Eva"));
      await("the withdrawal", () -> customer.parcels().equals(List.of("WITHDRAWN", "SENT")));
      assertThat(customer.got()).containsExactly("I am Eva");
    }
  }

  @Test
  void aPersonOvertakesTheWordsOfTheHandOffToo() {
    try (var bot = TestBot.thinking(_ -> handOff(), Clock.systemUTC(), QUICK)) {
      var customer = bot.aCustomer();
      var member = bot.aMember();
      bot.channel().answering(slow());
      customer.writes("a person, please");
      await("the first try", () -> bot.channel().sent().size() == 1);
      await("the end of it", () -> customer.parcels().equals(List.of("QUEUED")));
      customer.hears(member, "I am Eva");
      await("the person", () -> customer.got().contains("I am Eva"));
      assertThat(customer.parcels().getFirst()).isEqualTo("WITHDRAWN");
      assertThat(customer.got()).containsExactly("I am Eva");
    }
  }

  private static Outcome handOff() {
    return new Outcome.Handoff(
        List.of(), "asked", "a note", Optional.empty(), List.of(), Optional.empty());
  }

  @Test
  void aTakeOverWithdrawsWhatTheBotHasNotSent() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      var member = bot.aMember();
      bot.channel()
          .answering(
              new Delivery.RetryLater(
                  "503", "busy", Optional.of(Duration.ofMillis(700)), Delivery.Scope.PARCEL));
      customer.writes("hello");
      await("the first try", () -> bot.channel().sent().size() == 1);
      bot.bean(Desk.class)
          .apply(
              new CrmRequest(
                  UUID.randomUUID().toString(),
                  bot.workspace(),
                  customer.id(),
                  new Author.Person(member.id()),
                  "console",
                  List.of(new CrmAction.TakeOver())));
      await("the withdrawal", () -> customer.parcels().equals(List.of("WITHDRAWN")));
      assertThat(lastOf(bot, customer).state()).isEqualTo(MessageState.WITHDRAWN);
      assertThat(customer.got()).isEmpty();
    }
  }

  @Test
  void aPausedChannelSendsNothingUntilAPersonResumesIt() {
    try (var bot = quick()) {
      var customer = bot.aCustomer();
      bot.channel().answering(new Delivery.ChannelPaused("190", "El token venció."));
      customer.writes("hello");
      await(
          "the pause", () -> bot.outbox().paused(bot.workspace(), bot.channel().id()).isPresent());
      customer.writes("anybody?");
      await("both turns", () -> customer.parcels().size() == 2);
      assertThat(bot.channel().accepted()).isEmpty();
      assertThat(bot.outbox().resume(bot.workspace(), bot.channel().id())).isTrue();
      await("both answers", () -> customer.got().size() == 2);
      assertThat(customer.got()).containsExactly("re: hello", "re: anybody?");
    }
  }

  @Test
  void aFollowUpLetsWhatComesMeanwhileGoFirst() {
    try (var bot =
        TestBot.thinking(
            it -> CourierIT.following(TestBot.words(it.message())), Clock.systemUTC(), QUICK)) {
      var customer = bot.aCustomer();
      customer.writes("price");
      customer.writes("hours");
      await("all three", () -> customer.got().size() == 3);
      assertThat(customer.got()).containsExactly("re: price", "re: hours", "anything else?");
    }
  }

  @Test
  void aShutdownWaitsForWhatIsOnTheWire() throws InterruptedException {
    var onTheWire = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    var bot = quick();
    var customer = bot.aCustomer();
    bot.channel()
        .alwaysAnswering(it -> {
          onTheWire.countDown();
          waitFor(answer);
          return new Delivery.Accepted("late");
        });
    customer.writes("hello");
    onTheWire.await();
    // The database outlives the replica.
    var database = bot.jdbc();
    var closing = Thread.ofVirtual().start(bot::close);
    answer.countDown();
    closing.join();
    assertThat(
            database
                .sql(
                    "SELECT state || ' ' || external_id FROM bot.parcel WHERE contact_id = (SELECT contact_id FROM crm.alias WHERE value = :phone LIMIT 1)")
                .param("phone", customer.sender().aliases().getFirst().value())
                .query(String.class)
                .single())
        .isEqualTo("SENT late");
  }

  private static Outcome following(String words) {
    var answer = List.<Content>of(new Content.Text("re: " + words));
    var later =
        words.equals("price")
            ? List.of(
                new Outcome.Later(
                    List.of(new Content.Text("anything else?")), Duration.ofMillis(1500)))
            : List.<Outcome.Later>of();
    return new Outcome.Reply(answer, later, TestBot.grounds(""), List.of());
  }

  private static TestBot quick() {
    return TestBot.thinking(
        it -> TestBot.reply("re: " + TestBot.words(it.message())), Clock.systemUTC(), QUICK);
  }

  private static Delivery later() {
    return new Delivery.RetryLater("503", "busy", Optional.empty(), Delivery.Scope.PARCEL);
  }

  private static Delivery slow() {
    return new Delivery.RetryLater(
        "503", "busy", Optional.of(Duration.ofMinutes(1)), Delivery.Scope.PARCEL);
  }

  private static void receipt(
      TestBot bot, String id, Arrival.Receipt.Kind kind, Optional<String> reference) {
    bot.bean(Intake.class)
        .accept(
            bot.channel(),
            List.of(
                new Arrival.Receipt(
                    id,
                    kind,
                    reference,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "{}")));
  }

  private static void post(TestBot bot, Customer customer, Content content) {
    bot.outbox()
        .post(
            new Post(
                customer.id(),
                new Author.Automatic("test"),
                List.of(content),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty()));
  }

  private static Message lastOf(TestBot bot, Customer customer) {
    return bot.conversations().messages(customer.id(), Long.MAX_VALUE, 10).stream()
        .filter(it -> !it.inbound())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
