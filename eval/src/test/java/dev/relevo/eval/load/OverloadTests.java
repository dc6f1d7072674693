package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverloadTests {

  private static final Duration TIME = Duration.ofSeconds(45);
  private static final int RATE = 100;
  private static final Vitals.Look UNWELL =
      Seen.look(Duration.ofSeconds(30), 5_000, new Health("BEHIND"));
  private static final Vitals.Look MUTE = Seen.look(Duration.ofSeconds(35), 5_000, Health.SILENT);
  private static final Vitals.Look AFTER_20 = Seen.look(Duration.ofSeconds(65), 100, Health.UP);
  private static final Vitals.Look AFTER_61 = Seen.look(Duration.ofSeconds(106), 100, Health.UP);
  private static final Vitals.Look STILL_BEHIND = Seen.look(Duration.ofSeconds(65), 101, Health.UP);

  @Test
  void threeTimesTheRateIsFollowedByAMinuteOfTheRateAtLeast() {
    assertThat(Overload.paces(RATE, RATE, TIME))
        .containsExactly(new Play.Pace(3 * RATE, TIME), new Play.Pace(RATE, Duration.ofMinutes(1)));
    assertThat(Overload.paces(RATE, RATE, Duration.ofMinutes(2)).getLast())
        .isEqualTo(new Play.Pace(RATE, Duration.ofMinutes(2)));
  }

  @Test
  void whatComesAfterwardsMayBeLess() {
    assertThat(Overload.paces(RATE, 40, TIME))
        .containsExactly(new Play.Pace(3 * RATE, TIME), new Play.Pace(40, Duration.ofMinutes(1)));
  }

  @Test
  void holdsWhenItSaidSoAndRecovered() {
    var measured = Seen.measured(0, RATE, 900, List.of(UNWELL, AFTER_20));

    assertThat(Overload.broken(measured, TIME)).isEmpty();
    assertThat(Overload.text(measured, TIME))
        .isEqualTo(
            "overload: at most 5000 messages waited; health said BEHIND; caught up after 20 s; holds");
  }

  @Test
  void namesWhatWasLostAndHowMuchMemoryItTook() {
    var measured = Seen.measured(2, RATE, 1_600, List.of(UNWELL, AFTER_20));

    assertThat(Overload.broken(measured, TIME))
        .containsExactly("lost, doubled or disordered", "1600 MB");
  }

  @Test
  void doesNotHoldWhenHealthSaidNothing() {
    var content = Seen.look(Duration.ofSeconds(30), 5_000, Health.UP);
    var measured = Seen.measured(0, RATE, 900, List.of(content, AFTER_20));

    assertThat(Overload.broken(measured, TIME)).containsExactly("health did not say so");
    assertThat(Overload.text(measured, TIME)).contains("; health did not say so; ");
  }

  @Test
  void whoDoesNotAnswerHasNotSaidSo() {
    var measured = Seen.measured(0, RATE, 900, List.of(MUTE, AFTER_20));

    assertThat(Overload.broken(measured, TIME)).containsExactly("health did not answer");
    assertThat(Overload.text(measured, TIME)).contains("; health did not answer; ");
  }

  @Test
  void tellsEveryWordThatItHeardOnce() {
    var down = Seen.look(Duration.ofSeconds(40), 5_000, new Health("DOWN"));
    var looks = List.of(UNWELL, MUTE, down, UNWELL, AFTER_20);

    assertThat(Overload.text(Seen.measured(0, RATE, 900, looks), TIME))
        .contains("; health said BEHIND, DOWN; ");
  }

  @Test
  void doesNotHoldWhenStatusesWereNotTaken() {
    assertThat(Overload.broken(Seen.untaken(3), TIME)).contains("3 statuses not taken");
  }

  @Test
  void doesNotHoldWhenItRecoversTooLateOrNever() {
    for (var looks : List.of(List.of(UNWELL, AFTER_61), List.of(UNWELL, STILL_BEHIND))) {
      assertThat(Overload.broken(Seen.measured(0, RATE, 900, looks), TIME))
          .containsExactly("not recovered within a minute");
    }
    assertThat(Overload.text(Seen.measured(0, RATE, 900, List.of(UNWELL, STILL_BEHIND)), TIME))
        .contains("caught up after never", "does not hold: not recovered within a minute");
  }
}
