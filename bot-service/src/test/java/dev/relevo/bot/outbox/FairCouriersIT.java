package dev.relevo.bot.outbox;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Intake;
import dev.relevo.crm.conversation.Content;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// However slow one channel's provider is, the others' messages leave.
@Beside
class FairCouriersIT {

  private static final int COURIERS = 8;

  @Test
  void aChannelWhoseProviderHangsLeavesHandsForOthers() {
    var held = new CountDownLatch(1);
    var onTheWire = new AtomicInteger();
    try (var bot =
        TestBot.thinking(
            it -> TestBot.ECHO.apply(TestBot.words(it.message())),
            Clock.systemUTC(),
            Map.of("relevo.outbox.couriers", Integer.toString(COURIERS)))) {
      bot.channel()
          .alwaysAnswering(it -> {
            onTheWire.incrementAndGet();
            pass(held);
            return new Delivery.Accepted("late-" + it.reference());
          });
      var crowd = Stream.generate(bot::aCustomer).limit(2 * COURIERS).toList();
      bot.accepts(crowd, "a question");
      await("its share", () -> onTheWire.get() == COURIERS * 3 / 4);
      await("all are answered", () -> crowd.stream().allMatch(it -> it.parcels().size() == 1));

      for (var n = 1; n <= COURIERS; n++) {
        var customer = bot.aCustomer();
        bot.bean(Intake.class)
            .accept(
                bot.otherChannel(), List.of(customer.message("m" + n, new Content.Text("hello"))));
        var sent = n;
        await("the other channel's", () -> bot.otherChannel().accepted().size() == sent);
      }
      assertThat(onTheWire).hasValue(COURIERS * 3 / 4);

      held.countDown();
      await("everybody's", () -> bot.channel().accepted().size() == 2 * COURIERS);
    }
  }

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
