package dev.relevo.bot.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketsTests {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));

  @Test
  void permitsABurstThenOneAtATimeAndSaysHowLongToWait() {
    var buckets = new Buckets(new Buckets.Rate(3, Duration.ofSeconds(2)), 10, clock);
    for (var n = 0; n < 3; n++) {
      assertThat(buckets.take("ana")).isEmpty();
    }
    assertThat(buckets.take("ana")).contains(Duration.ofSeconds(2));
    assertThat(buckets.take("luis")).isEmpty();
    clock.set(clock.instant().plusSeconds(2));
    assertThat(buckets.take("ana")).isEmpty();
    assertThat(buckets.take("ana")).isPresent();
  }

  @Test
  void saysHowLongToWaitWithoutTaking() {
    var buckets = new Buckets(new Buckets.Rate(1, Duration.ofSeconds(2)), 10, clock);
    assertThat(buckets.wait("ana")).isEmpty();
    assertThat(buckets.wait("ana")).isEmpty();
    assertThat(buckets.take("ana")).isEmpty();
    assertThat(buckets.wait("ana")).contains(Duration.ofSeconds(2));
  }

  @Test
  void nobodyWaitsForAClockThatWasPutBack() {
    var buckets = new Buckets(new Buckets.Rate(1, Duration.ofSeconds(2)), 10, clock);
    assertThat(buckets.take("ana")).isEmpty();
    clock.goOn(Duration.ofHours(-1));
    assertThat(buckets.take("ana")).isEmpty();
    assertThat(buckets.take("ana")).contains(Duration.ofSeconds(2));
  }

  @Test
  void memoryStaysBoundedWhoeverCalls() {
    var buckets = new Buckets(new Buckets.Rate(1, Duration.ofHours(1)), 100, clock);
    for (var n = 0; n < 10_000; n++) {
      buckets.take("visitor " + n);
    }
    assertThat(buckets.size()).isEqualTo(100);
  }
}
