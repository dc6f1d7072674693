package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.crm.SettableClock;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.workspace.Switches;
import dev.relevo.crm.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens by itself when time has passed, in the running application.
@Beside
class TimeIT {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final TestBot bot =
      TestBot.thinking(it -> TestBot.reply("re: " + TestBot.words(it.message())), clock, Map.of());

  @AfterEach
  void stop() {
    bot.close();
  }

  @Test
  void theFloorGoesBackToTheBotWhenNoPersonSpokeForTheTimeSet() {
    bot.settings(it -> withResumeAfter(it, Duration.ofMinutes(10)));
    var customer = bot.aCustomer();
    var member = bot.aMember();
    customer.writes("one");
    await("the answer", () -> customer.got().size() == 1);
    customer.hears(member, "I am Eva");
    clock.goOn(Duration.ofMinutes(9));
    customer.hears(member, "one moment");
    clock.goOn(Duration.ofMinutes(9));
    customer.writes("two");
    assertThat(bot.bean(Timers.class).round()).isFalse();
    assertThat(customer.thread().floor())
        .as("Eva spoke nine minutes ago")
        .isEqualTo(FloorHolder.PERSON);

    clock.goOn(Duration.ofMinutes(2));

    await("the floor", () -> customer.thread().botHasFloor());
    customer.writes("three");
    await("the answer", () -> customer.got().contains("re: three"));
    assertThat(customer.got()).containsExactly("re: one", "I am Eva", "one moment", "re: three");
  }

  @Test
  void aClosedConversationExpiresWithItsWordsAndParcelsAndAnOpenOneStays() {
    bot.settings(it -> withKeeping(it, Duration.ofDays(30)));
    var gone = bot.aCustomer();
    var stays = bot.aCustomer();
    gone.writes("old");
    stays.writes("open");
    await("the ticks", () -> sent(gone) && sent(stays));
    bot.conversations().close(gone.id(), new Author.Person(bot.aMember().id()), ClosingNote.NONE);

    clock.goOn(Duration.ofDays(29));
    clean();
    assertThat(messages(gone)).isEqualTo(2);

    clock.goOn(Duration.ofDays(2));
    clean();
    assertThat(messages(gone)).isZero();
    assertThat(gone.parcels()).isEmpty();
    assertThat(messages(stays)).isEqualTo(2);
  }

  @Test
  void sentParcelsAreForgottenAfterEightDaysAndDeadOnesAreKeptForAPerson() {
    var sent = bot.aCustomer();
    var dead = bot.aCustomer();
    sent.writes("one");
    await("the tick", () -> sent(sent));
    bot.channel().answering(new Delivery.Refused("131026", "No."));
    dead.writes("two");
    await("the refusal", () -> dead.parcels().equals(List.of("DEAD")));

    clock.goOn(Duration.ofDays(7));
    clean();
    assertThat(sent.parcels()).containsExactly("SENT");

    clock.goOn(Duration.ofDays(1).plusSeconds(1));
    clean();
    assertThat(sent.parcels()).isEmpty();
    assertThat(dead.parcels()).containsExactly("DEAD");
    assertThat(messages(sent)).as("what was said stays").isEqualTo(2);
  }

  private void clean() {
    var cleaning = bot.bean(Cleaning.class);
    while (cleaning.round()) {
      assertThat(cleaning.isRunning()).isTrue();
    }
  }

  private static boolean sent(TestBot.Customer customer) {
    return customer.parcels().equals(List.of("SENT"));
  }

  private int messages(TestBot.Customer customer) {
    return bot.conversations().messages(customer.id(), Long.MAX_VALUE, 10).size();
  }

  private static Workspace withResumeAfter(Workspace it, Duration after) {
    var on = it.switches();
    return with(
        it,
        new Switches(
            on.pauseOnPersonReply(),
            on.pauseOnAssign(),
            on.pauseOnEcho(),
            on.resumeOnClose(),
            Optional.of(after)),
        it.keepConversations());
  }

  private static Workspace withKeeping(Workspace it, Duration keep) {
    return with(it, it.switches(), Optional.of(keep));
  }

  private static Workspace with(Workspace it, Switches switches, Optional<Duration> keep) {
    return new Workspace(
        it.id(),
        it.name(),
        it.zone(),
        it.language(),
        switches,
        it.guards(),
        it.texts(),
        it.remindAfter(),
        keep,
        it.curation(),
        it.agentHelp(),
        it.createdAt());
  }
}
