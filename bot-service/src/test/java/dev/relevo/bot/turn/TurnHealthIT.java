package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.SettableClock;
import dev.relevo.crm.conversation.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnHealthIT {

  private final CountDownLatch answer = new CountDownLatch(1);

  @Test
  void saysThatItIsBehindWhileACustomerWaitsLong() {
    var clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
    try (var bot = TestBot.thinking(this::think, clock, Map.of())) {
      var health = bot.bean(TurnHealth.class);
      var customer = bot.aCustomer();
      customer.writes("hola");
      assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

      clock.goOn(Duration.ofSeconds(6));
      assertThat(health.health().getStatus().getCode()).isEqualTo("BEHIND");

      answer.countDown();
      await("the answer", () -> customer.got().equals(List.of("re: hola")));
      await("it", () -> health.health().getStatus().getCode().equals("UP"));
    }
  }

  private Outcome think(Transcript transcript) {
    try {
      answer.await();
    } catch (InterruptedException late) {
      Thread.currentThread().interrupt();
    }
    return TestBot.reply("re: " + TestBot.words(transcript.message()));
  }
}
