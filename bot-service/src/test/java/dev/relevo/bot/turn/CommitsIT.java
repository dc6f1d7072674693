package dev.relevo.bot.turn;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.CountedCommits;
import dev.relevo.bot.TestBot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a turn costs the database.
@Beside
class CommitsIT {

  @Test
  void aTurnAloneTakesThreeCommitsToAcceptToAnswerAndToSettle() {
    var commits = new CountedCommits();
    try (var bot = TestBot.on(commits, TestBot.ECHO)) {
      var customer = bot.aCustomer();
      customer.writes("first");
      await("the first", () -> customer.parcels().equals(List.of("SENT")));
      commits.forget();

      customer.writes("second");
      await("the second", () -> customer.parcels().equals(List.of("SENT", "SENT")));
      // What is committed is seen before it is counted.
      await("its commits", () -> commits.writing("bot.inbound", "bot.parcel").size() >= 3);

      assertThat(commits.writing("bot.inbound", "bot.parcel")).hasSize(3);
    }
  }

  @Test
  void turnsTogetherShareTheirCommits() {
    var commits = new CountedCommits();
    try (var bot = TestBot.on(commits, TestBot.ECHO)) {
      var customers = IntStream.range(0, 60).mapToObj(_ -> bot.aCustomer()).toList();
      bot.accepts(customers, "first");
      await("the first", () -> bot.channel().accepted().size() == 60);
      await(
          "the ticks",
          () -> customers.stream().allMatch(it -> it.parcels().equals(List.of("SENT"))));
      commits.forget();

      bot.accepts(customers, "second");
      await(
          "the ticks",
          () -> customers.stream().allMatch(it -> it.parcels().equals(List.of("SENT", "SENT"))));

      assertThat(commits.writing("bot.inbound", "bot.parcel")).hasSizeLessThan(60);
    }
  }
}
