package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.relevo.knowledge.retriever.Calibration.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  private static final double CAUTIOUS = 0.45;

  /// A hundred known phrases found between 0.5 and 1, a hundred unknown ones between 0 and 0.6.
  private static final Calibration GOOD = new Calibration(trials(0.5, 1, 0, 0.6));

  /// Nobody can tell them apart.
  private static final Calibration BLIND = new Calibration(trials(0, 1, 0, 1));

  private static List<Trial> trials(
      double knownLow, double knownHigh, double unknownLow, double unknownHigh) {
    var random = new Random(1);
    var trials = new ArrayList<Trial>();
    for (int trial = 0; trial < 100; trial++) {
      trials.add(new Trial(false, true, random.nextDouble(knownLow, knownHigh)));
      trials.add(new Trial(true, false, random.nextDouble(unknownLow, unknownHigh)));
    }
    return trials;
  }

  @Test
  void choosesAThresholdBetweenTheKnownAndTheUnknown() {
    var choice = GOOD.choose(new Aim(Optional.empty(), 0.5), CAUTIOUS);

    assertThat(choice.threshold()).isBetween(0.45, 0.65);
  }

  @Test
  void asksForMoreWhereMoreQuestionsAreOffTopic() {
    assertThat(BLIND.choose(new Aim(Optional.empty(), 0.9), CAUTIOUS).threshold())
        .isGreaterThan(BLIND.choose(new Aim(Optional.empty(), 0.1), CAUTIOUS).threshold());
  }

  @Test
  void reachesAPrecisionWithTheMostAnswers() {
    var choice = GOOD.choose(new Aim(Optional.of(0.95), 0.3), CAUTIOUS);

    assertThat(choice)
        .isInstanceOfSatisfying(
            Choice.Reached.class,
            reached -> {
              var point = reached.point().orElseThrow();
              assertThat(point.precision()).isGreaterThanOrEqualTo(0.95);
              assertThat(point.coverage()).isGreaterThan(0.8);
              assertThat(GOOD.curve(0.3))
                  .noneMatch(it -> it.precision() >= 0.95 && it.coverage() > point.coverage());
            });
  }

  @Test
  void saysWhatIsBestWhereAPrecisionIsOutOfReach() {
    var choice = BLIND.choose(new Aim(Optional.of(0.99), 0.5), CAUTIOUS);

    assertThat(choice)
        .isInstanceOfSatisfying(
            Choice.OutOfReach.class,
            missed -> {
              assertThat(missed.best().precision()).isLessThan(0.99);
              assertThat(missed.best().coverage()).isPositive();
              assertThat(missed.threshold()).isEqualTo(missed.best().threshold());
            });
  }

  @Test
  void drawsACurveThatFallsFromPreciseToGenerous() {
    var curve = GOOD.curve(0.3);

    assertThat(curve).hasSizeBetween(20, 100);
    assertThat(curve).isSortedAccordingTo((a, b) -> Double.compare(b.threshold(), a.threshold()));
    assertThat(curve.getFirst().precision()).isGreaterThan(curve.getLast().precision());
    assertThat(curve.getFirst().coverage()).isLessThan(curve.getLast().coverage());
    assertThat(curve.getFirst().offTopicRejected()).isGreaterThan(0.95);
  }

  @Test
  void isCautiousWhereNothingCouldBeLeftOut() {
    var nothing = new Calibration(List.of());

    assertThat(nothing.curve(0.3)).isEmpty();
    assertThat(nothing.choose(new Aim(Optional.of(0.95), 0.3), CAUTIOUS).threshold())
        .isEqualTo(CAUTIOUS);
    assertThat(nothing.offTopicShare(List.of(0.2, 0.9), 0.4)).isEqualTo(0.4);
  }

  @Test
  void tellsTheShareOfOffTopicQuestionsFromTheirScores() {
    for (double share : List.of(0.1, 0.3, 0.6)) {
      var random = new Random(2);
      var scores = new ArrayList<Double>();
      for (int question = 0; question < 2_000; question++) {
        scores.add(
            random.nextDouble() < share ? random.nextDouble(0, 0.6) : random.nextDouble(0.5, 1));
      }
      assertThat(GOOD.offTopicShare(scores, 0.3)).isCloseTo(share, within(0.06));
    }
  }

  @Test
  void refusesAnAimOutsideOfZeroAndOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Aim(Optional.of(1.0), 0.3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Aim(Optional.empty(), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Aim(Optional.empty(), Double.NaN));
  }
}
