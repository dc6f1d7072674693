package dev.relevo.bot.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlarmTests {

  private static final Duration LONG = Duration.ofHours(1);

  private final CompletableFuture<String> answer = new CompletableFuture<>();

  @Test
  void endsAWaitThatTakesTooLong() {
    try (var alarm = Alarm.in(Duration.ofMillis(10), () -> answer.cancel(true))) {
      assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
      assertThat(alarm.rang()).isTrue();
    }
  }

  @Test
  void leavesAloneWhatComesInTime() throws Exception {
    answer.complete("here");
    try (var alarm = Alarm.in(LONG, () -> answer.cancel(true))) {
      assertThat(answer.get()).isEqualTo("here");
      assertThat(alarm.rang()).isFalse();
    }
  }

  @Test
  void isSilentOnceClosed() throws Exception {
    var closed = Alarm.in(Duration.ofMillis(1), () -> answer.complete("rang"));
    closed.close();

    waitForOne();

    assertThat(closed.rang()).isFalse();
    assertThat(answer).isNotDone();
  }

  @Test
  void goesOnAfterOneThatFails() throws Exception {
    var failed =
        Alarm.in(
            Duration.ZERO,
            () -> {
              throw new IllegalStateException("cannot be ended");
            });

    waitForOne();

    assertThat(failed.rang()).isTrue();
  }

  private static void waitForOne() throws InterruptedException {
    // Set after the others, and later than they: when it has rung, they had their turn.
    var rung = new CountDownLatch(1);
    try (var _ = Alarm.in(Alarm.TICK.multipliedBy(2), rung::countDown)) {
      assertThat(rung.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
