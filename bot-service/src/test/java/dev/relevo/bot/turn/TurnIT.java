package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.responder.Options;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class TurnIT {

  @Test
  void answersEveryMessageOnceAndInOrder() {
    try (var bot = TestBot.answering(TestBot.ECHO)) {
      var customers = IntStream.range(0, 20).mapToObj(_ -> bot.aCustomer()).toList();
      for (int i = 0; i < 5; i++) {
        for (var customer : customers) {
          customer.writes("question " + i);
        }
      }
      await("all answers", () -> bot.channel().accepted().size() >= 100);
      for (var customer : customers) {
        assertThat(customer.got())
            .isEqualTo(
                List.of(
                    "re: question 0",
                    "re: question 1",
                    "re: question 2",
                    "re: question 3",
                    "re: question 4"));
        assertThat(customer.outcomes()).hasSize(5).containsOnly("REPLY");
      }
      assertThat(bot.channel().sent().size()).isEqualTo(100);
    }
  }

  @Test
  void aRedeliveredMessageIsNotAnsweredAgain() {
    try (var bot = TestBot.answering(TestBot.ECHO)) {
      var customer = bot.aCustomer();
      var message = customer.message("wamid.once", new Content.Text("hello"));
      for (int i = 0; i < 3; i++) {
        bot.bean(Intake.class).accept(bot.channel(), List.of(message));
      }
      customer.writes("the end");
      await("the last answer", () -> customer.got().contains("re: the end"));
      assertThat(customer.got()).containsExactly("re: hello", "re: the end");
    }
  }

  @Test
  void theFirstMissIsAFallbackAndTheSecondInARowAHandOff() {
    try (var bot = TestBot.answering(it -> miss(it))) {
      var customer = bot.aCustomer();
      customer.writes("miss");
      customer.writes("hit");
      customer.writes("miss");
      customer.writes("miss");
      customer.writes("miss");
      await("the hand-off", () -> customer.outcomes().contains("HANDOFF misses"));
      await(
          "the last",
          () -> customer.outcomes().size() == 5 && !customer.outcomes().contains("WAITING"));
      assertThat(customer.outcomes())
          .startsWith("FALLBACK", "REPLY", "FALLBACK", "HANDOFF misses")
          .last()
          .asString()
          .startsWith("SILENCE");
      await("the words", () -> customer.got().size() == 4);
      assertThat(customer.got())
          .containsExactly(
              says(bot, Wording.FALLBACK),
              "re: hit",
              says(bot, Wording.FALLBACK),
              says(bot, Wording.HANDOFF_NOBODY_THERE));
      assertThat(customer.thread().floor()).isEqualTo(FloorHolder.PERSON);
      assertThat(bot.bean(Handoffs.class).current(customer.id()).orElseThrow().summary())
          .contains("miss");
    }
  }

  @Test
  void theFallbackOffersAPerson() {
    try (var bot = TestBot.answering(it -> miss(it))) {
      var customer = bot.aCustomer();
      customer.writes("miss");
      await("the fallback", () -> customer.got().size() == 1);
      var choice = (Content.Choice) bot.channel().accepted().getFirst().content();
      assertThat(choice.options()).extracting(Content.Option::id).containsExactly(Options.PERSON);
    }
  }

  @Test
  void theHandOffsOwnWordsAreNotWithdrawnByIt() {
    try (var bot = TestBot.answering(_ -> handOff("Le paso con Eva."))) {
      var member = bot.aMember();
      bot.bean(Members.class).seen(member.id());
      bot.channel()
          .answering(
              new Delivery.RetryLater(
                  "503", "busy", Optional.of(Duration.ofMillis(300)), Delivery.Scope.PARCEL));
      var customer = bot.aCustomer();
      customer.writes("I want a person");
      await("the hand-off", () -> customer.thread().floor() == FloorHolder.PERSON);
      await("the words", () -> customer.got().equals(List.of("Le paso con Eva.")));
    }
  }

  @Test
  void whenNobodyIsThereTheRowsWordsSaySoInTheSameMessage() {
    try (var bot = TestBot.answering(_ -> handOff("Le paso con Eva."))) {
      var customer = bot.aCustomer();
      customer.writes("I want a person");
      await("the words", () -> customer.got().size() == 1);
      assertThat(customer.got().getFirst())
          .startsWith("Le paso con Eva.")
          .endsWith(says(bot, Wording.HANDOFF_NOBODY_THERE));
    }
  }

  @Test
  void andInTheRowsOwnLanguage() {
    var inPortuguese =
        new Outcome.Handoff(
            List.of(new Content.Text("Vou chamar a Eva.")),
            "row",
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(Language.PT));
    try (var bot = TestBot.answering(_ -> inPortuguese)) {
      var customer = bot.aCustomer();
      customer.writes("quero uma pessoa");
      await("the words", () -> customer.got().size() == 1);
      assertThat(customer.got().getFirst())
          .endsWith(Workspaces.shipped(Wording.HANDOFF_NOBODY_THERE, Language.PT));
    }
  }

  @Test
  void aPersonHasTheFloorAndTheBotStaysSilentUntilItIsGivenBack() {
    try (var bot = TestBot.answering(TestBot.ECHO)) {
      var customer = bot.aCustomer();
      var member = bot.aMember();
      customer.writes("one");
      await("the answer", () -> customer.got().size() == 1);
      customer.hears(member, "I am Eva");
      customer.writes("two");
      assertThat(customer.outcomes()).containsExactly("REPLY", "SILENCE a person has the floor");
      bot.floor()
          .give(customer.id(), new dev.relevo.crm.conversation.Author.Person(member.id()), "test");
      customer.writes("three");
      await("the next answer", () -> customer.got().contains("re: three"));
      assertThat(customer.got()).containsExactly("re: one", "I am Eva", "re: three");
    }
  }

  @Test
  void theSameAnswerForTheFourthTimeInARowIsAPersonsTurn() {
    try (var bot = TestBot.answering(_ -> TestBot.reply("always this"))) {
      var customer = bot.aCustomer();
      for (int i = 0; i < 4; i++) {
        customer.writes("again " + i);
      }
      await("the hand-off", () -> customer.outcomes().contains("HANDOFF guard"));
      assertThat(customer.outcomes()).containsExactly("REPLY", "REPLY", "REPLY", "HANDOFF guard");
    }
  }

  @Test
  void moreTurnsThanTheConversationMayHaveAreAPersons() {
    try (var bot = TestBot.answering(TestBot.ECHO)) {
      bot.guards(new Guards(2, 20, 3, 10, 5, 3, Duration.ofSeconds(12), Duration.ofHours(24)));
      var customer = bot.aCustomer();
      customer.writes("one");
      customer.writes("two");
      customer.writes("three");
      await("the hand-off", () -> customer.outcomes().contains("HANDOFF guard"));
      assertThat(customer.outcomes()).containsExactly("REPLY", "REPLY", "HANDOFF guard");
    }
  }

  @Test
  void aTurnThatFailsThreeTimesIsHandedOver() {
    var tries = new AtomicInteger();
    try (var bot =
        TestBot.answering(_ -> {
          tries.incrementAndGet();
          return new Outcome.Failure("model away", true);
        })) {
      var customer = bot.aCustomer();
      customer.writes("hello");
      await("the hand-off", () -> customer.outcomes().contains("HANDOFF failure"));
      assertThat(tries).hasValue(3);
    }
  }

  @Test
  void aWordOfLeavingUnsubscribesAndOneOfReturnSubscribesAgain() {
    try (var bot = TestBot.answering(TestBot.ECHO)) {
      var customer = bot.aCustomer();
      customer.writes("BAJA");
      await("the farewell", () -> customer.got().equals(List.of(says(bot, Wording.UNSUBSCRIBED))));
      assertThat(subscribed(bot, customer)).isFalse();
      customer.writes("alta");
      await("the return", () -> customer.got().contains(says(bot, Wording.SUBSCRIBED)));
      assertThat(subscribed(bot, customer)).isTrue();
    }
  }

  @Test
  void anActionThatFailsDoesNotCostTheAnswer() {
    try (var bot =
        TestBot.answering(_ ->
            new Outcome.Reply(
                List.of(new Content.Text("answered")),
                TestBot.grounds("ENV-1"),
                List.of(new dev.relevo.crm.desk.CrmAction.AddTags(List.of("x".repeat(300))))))) {
      var customer = bot.aCustomer();
      customer.writes("hello");
      await("the answer", () -> customer.got().equals(List.of("answered")));
      assertThat(customer.outcomes()).containsExactly("REPLY");
    }
  }

  @Test
  void whoHeardNothingAfterAHandOffIsToldSoOnce() {
    var clock = new dev.relevo.crm.SettableClock(java.time.Instant.parse("2026-06-01T12:00:00Z"));
    try (var bot = TestBot.thinking(_ -> handOff("Le paso con Eva."), clock, Map.of())) {
      var customer = bot.aCustomer();
      customer.writes("a person, please");
      await("the words", () -> customer.got().size() == 1);
      clock.goOn(Duration.ofMinutes(11));
      await("the reminder", () -> customer.got().contains(says(bot, Wording.STILL_WAITING)));
      clock.goOn(Duration.ofMinutes(60));
      bot.bean(Timers.class).round();
      assertThat(customer.got()).hasSize(2);
    }
  }

  @Test
  void aReplicaTakesOverTheLanesOfADeadOne() throws InterruptedException {
    var stuck = new java.util.concurrent.CountDownLatch(1);
    var dead = new AtomicInteger();
    try (var first =
        TestBot.thinking(
            it -> {
              if (dead.compareAndSet(0, 1)) {
                stuckIn(stuck);
              }
              return TestBot.reply("re: " + TestBot.words(it.message()));
            },
            Clock.systemUTC(),
            Map.of())) {
      var customer = first.aCustomer();
      customer.writes("one");
      await("the thought", () -> dead.get() == 1);
      // The first replica loses its leases while it is thinking, as one that was suspended does.
      first.bean(Leases.class).stop();
      try (var second = first.another()) {
        customer.writes("two");
        await("both answers", () -> customer.got().size() == 2);
        stuck.countDown();
        await("nothing is left", () -> !customer.outcomes().contains("WAITING"));
        assertThat(customer.got()).containsExactly("re: one", "re: two");
        assertThat(customer.outcomes()).containsExactly("REPLY", "REPLY");
        assertThat(second.channel().sent().size()).isEqualTo(2);
      }
    }
  }

  private static void stuckIn(java.util.concurrent.CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Outcome miss(String words) {
    return words.equals("miss")
        ? new Outcome.Fallback(TestBot.grounds(""))
        : TestBot.reply("re: " + words);
  }

  private static Outcome handOff(String words) {
    return new Outcome.Handoff(
        List.of(new Content.Text(words)),
        "row",
        "a note",
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static boolean subscribed(TestBot bot, TestBot.Customer customer) {
    return bot.bean(Contacts.class).find(bot.workspace(), customer.id()).orElseThrow().subscribed();
  }

  private static String says(TestBot bot, Wording wording) {
    return bot.bean(Workspaces.class).text(bot.workspace(), wording, Language.ES);
  }
}
