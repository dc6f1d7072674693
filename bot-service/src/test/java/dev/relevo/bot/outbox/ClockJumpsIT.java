package dev.relevo.bot.outbox;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.crm.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The machine's clock is put forward and back while customers write: nothing is lost, doubled or
/// disordered, and nobody waits until the clock is where it was.
@Beside
class ClockJumpsIT {

  private static final Map<String, String> QUICK =
      Map.of("relevo.outbox.first-retry", "50ms", "relevo.outbox.unconfirmed", "600ms");

  /// Goes on by itself, as the machine's does, and can be put.
  private static final class PutClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void put(Duration ahead) {
      this.ahead.set(ahead);
    }

    @Override
    public ZoneId getZone() {
      return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead.get());
    }
  }

  @Test
  void everybodyIsAnsweredOnceAndInOrderWhileTheClockJumps() {
    var clock = new PutClock();
    var jumps =
        List.of(
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofMinutes(10),
            Duration.ofHours(-1),
            Duration.ofMinutes(30),
            Duration.ZERO);
    var dice = RandomGenerator.of("L64X128MixRandom");
    try (var bot = echo(clock)) {
      bot.channel().pacedBy(new Channel.Pace(2_000, Duration.ZERO, 1));
      bot.channel().alwaysAnswering(it -> flapping(dice.nextInt(6), it.reference()));
      var customers = IntStream.range(0, 12).mapToObj(_ -> bot.aCustomer()).toList();
      for (var n = 0; n < 12; n++) {
        for (var customer : customers) {
          customer.writes("word " + n);
        }
        clock.put(jumps.get(n % jumps.size()));
      }

      var all = IntStream.range(0, 12).mapToObj("re: word %d"::formatted).toList();
      for (var customer : customers) {
        await("twelve answers", () -> customer.got().size() >= 12);
        await("nothing of theirs is under way", () -> isQuiet(customer));
        assertThat(customer.got()).containsExactlyElementsOf(all);
      }
    }
  }

  /// What came twice would have come by now.
  private static boolean isQuiet(TestBot.Customer customer) {
    return !customer.outcomes().contains("WAITING")
        && Collections.disjoint(customer.parcels(), List.of("QUEUED", "SENDING", "UNKNOWN"));
  }

  /// One in three is not taken at first; what is taken is told so.
  private static Delivery flapping(int face, String reference) {
    return face < 2
        ? new Delivery.RetryLater("503", "busy", Optional.empty(), Delivery.Scope.PARCEL)
        : new Delivery.Accepted("wamid." + reference);
  }

  @Test
  void whatWasHeldBackWhileTheClockWasAheadIsSentWhenItIsPutBack() {
    var clock = new SettableClock(Instant.parse("2026-06-01T13:00:00Z"));
    try (var bot = echo(clock)) {
      bot.channel()
          .answering(
              new Delivery.RetryLater(
                  "130429",
                  "too much",
                  Optional.of(Duration.ofMinutes(1)),
                  Delivery.Scope.CHANNEL));
      var customer = bot.aCustomer();
      customer.writes("one");
      await("the refusal", () -> bot.channel().sent().size() == 1);

      clock.goOn(Duration.ofHours(-1));

      customer.writes("two");
      await("both answers", () -> customer.got().equals(List.of("re: one", "re: two")));
    }
  }

  @Test
  void aSpokenPairStaysInOrderWhenTheClockIsPutBackBetween() {
    var clock = new SettableClock(Instant.parse("2026-06-01T13:00:00Z"));
    try (var bot = echo(clock)) {
      var wire = new CountDownLatch(1);
      bot.channel().alwaysAnswering(it -> afterwards(wire, it.reference()));
      var customer = bot.aCustomer();
      customer.writes("one");
      customer.writes("two");
      await("two words", () -> customer.parcels().equals(List.of("SENDING", "QUEUED")));

      clock.goOn(Duration.ofHours(-1));
      customer.writes("three");
      await("three words", () -> customer.parcels().size() == 3);
      wire.countDown();

      await("the answers", () -> customer.got().size() == 3);
      assertThat(customer.got()).containsExactly("re: one", "re: two", "re: three");
    }
  }

  @Test
  void whatIsOnTheWireIsNotTakenForAbandonedWhenTheClockIsPutForward() {
    var clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
    try (var bot = echo(clock)) {
      var wire = new CountDownLatch(1);
      bot.channel().alwaysAnswering(it -> afterwards(wire, it.reference()));
      var customer = bot.aCustomer();
      customer.writes("hello");
      await("it is on the wire", () -> customer.parcels().equals(List.of("SENDING")));

      clock.goOn(Duration.ofHours(1));
      for (var look = 0; look < 3; look++) {
        assertThat(bot.bean(Watch.class).round()).isFalse();
      }

      assertThat(customer.parcels()).containsExactly("SENDING");
      wire.countDown();
      await("its end", () -> customer.parcels().equals(List.of("SENT")));
      assertThat(bot.channel().sent()).hasSize(1);
    }
  }

  private static TestBot echo(Clock clock) {
    return TestBot.thinking(
        it -> TestBot.reply("re: " + TestBot.words(it.message())), clock, QUICK);
  }

  private static Delivery afterwards(CountDownLatch wire, String reference) {
    try {
      assertThat(wire.await(20, TimeUnit.SECONDS)).as("the wire was freed").isTrue();
      return new Delivery.Accepted("wamid." + reference);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return new Delivery.Unknown("closing");
    }
  }
}
