package dev.relevo.bot.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DistanceTests {

  private static final Duration LEAST = Duration.ofMillis(30);
  private static final Duration MOST = Duration.ofMillis(100);

  @Test
  void letsTheFirstRoundBeginAtOnceAndTheNextAfterTheLeastTime() throws Exception {
    var distance = new Distance(LEAST, 3, MOST);
    assertThat(distance.begin()).isFalse();
    var began = System.nanoTime();
    distance.end(false);

    assertThat(distance.begin()).isTrue();
    assertThat(since(began)).isGreaterThanOrEqualTo(LEAST.minusMillis(1));
  }

  @Test
  void keepsLongerAfterARoundThatTookLong() throws Exception {
    var distance = new Distance(LEAST, 3, MOST);
    distance.begin();
    var began = System.nanoTime();
    TestTime.passes(Duration.ofMillis(40));
    distance.end(false);

    assertThat(distance.begin()).isTrue();
    assertThat(since(began)).isGreaterThanOrEqualTo(Duration.ofMillis(99));
  }

  @Test
  void addsNothingToARoundThatTookLongerThanAnyDistance() throws Exception {
    var distance = new Distance(LEAST, 3, MOST);
    distance.begin();
    TestTime.passes(Duration.ofMillis(110));
    distance.end(false);

    assertThat(distance.begin()).isFalse();
  }

  @Test
  void keepsNoneAfterAFullRound() throws Exception {
    var distance = new Distance(LEAST, 3, MOST);
    distance.begin();
    distance.end(true);

    assertThat(distance.begin()).isFalse();
    distance.end(false);
    assertThat(distance.begin()).isTrue();
  }

  @Test
  void keepsNoneWhereNoneIsAskedFor() throws Exception {
    var distance = new Distance(Duration.ZERO, 3, MOST);
    distance.begin();
    TestTime.passes(Duration.ofMillis(5));
    distance.end(false);

    assertThat(distance.begin()).isFalse();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
