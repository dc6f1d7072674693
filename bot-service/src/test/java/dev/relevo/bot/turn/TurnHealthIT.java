package dev.relevo.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.crm.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnHealthIT {

  @Test
  void saysThatItIsBehindWhileACustomerWaitsLong() {
    var clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
    try (var bot = TestBot.thinking(_ -> TestBot.reply("hola"), clock, Map.of())) {
      var health = bot.bean(TurnHealth.class);
      var customer = bot.aCustomer();
      customer.writes("hola");
      putOff(bot, customer);
      assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

      clock.goOn(Duration.ofSeconds(6));
      assertThat(health.health().getStatus().getCode()).isEqualTo("BEHIND");

      end(bot, customer);
      assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }
  }

  /// One more message, which nobody will take up for a while.
  private static void putOff(TestBot bot, TestBot.Customer customer) {
    bot.jdbc()
        .sql(
            """
            INSERT INTO bot.inbound (workspace_id, channel_id, external_id, contact_id, shard, message_id, epoch,
                                     state, due_at, raw, received_at)
            SELECT workspace_id, channel_id, external_id || '-later', contact_id, shard, message_id, epoch,
                   'WAITING', received_at + interval '50 seconds', raw, received_at
            FROM bot.inbound WHERE contact_id = :contact
            """)
        .param("contact", customer.id().value())
        .update();
  }

  private static void end(TestBot bot, TestBot.Customer customer) {
    bot.jdbc()
        .sql("UPDATE bot.inbound SET state = 'DONE' WHERE contact_id = :contact")
        .param("contact", customer.id().value())
        .update();
  }
}
