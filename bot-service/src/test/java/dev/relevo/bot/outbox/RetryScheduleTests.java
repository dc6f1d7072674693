package dev.relevo.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTests {

  private final RetrySchedule schedule =
      new RetrySchedule(14, Duration.ofSeconds(1), Duration.ofMinutes(10));

  @Test
  void doublesUpToTheLongestWaitAndSpreadsByAQuarter() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(schedule.after(1, random))
          .isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
      assertThat(schedule.after(5, random))
          .isBetween(Duration.ofSeconds(12), Duration.ofSeconds(20));
      assertThat(schedule.after(13, random))
          .isBetween(Duration.ofSeconds(450), Duration.ofSeconds(750));
    }
    assertThat(schedule.after(5, random)).isNotEqualTo(schedule.after(5, random));
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    assertThat(schedule.mayTryAgain(13)).isTrue();
    assertThat(schedule.mayTryAgain(14)).isFalse();
  }

  @Test
  void waitsEverLongerForAReceipt() {
    var wait = Duration.ofSeconds(10);
    assertThat(schedule.confirmation(wait, 1)).isEqualTo(wait);
    assertThat(schedule.confirmation(wait, 3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(schedule.confirmation(wait, 14)).isEqualTo(Duration.ofMinutes(10));
  }
}
