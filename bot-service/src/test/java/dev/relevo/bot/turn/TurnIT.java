package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
      assertThat(bot.channel().sent()).hasSize(100);
    }
  }
}
