package dev.relevo.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.relevo.eval.dataset.Case;
import dev.relevo.knowledge.matrix.RowId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTests {

  private static final Answered RIGHT = asked("A", 0.9, true, "A", "B");
  private static final Answered SECOND = asked("B", 0.6, true, "A", "B");
  private static final Answered MISSED = asked("A", 0.3, false, "A");
  private static final Answered FOURTH = asked("D", 0.5, false, "A", "B", "C", "D");
  private static final Answered LEFT_ALONE = asked("", 0.2, false, "A");
  private static final Answered WRONGLY_ANSWERED = asked("", 0.7, true, "C");
  private static final List<Answered> SIX =
      List.of(RIGHT, SECOND, MISSED, FOURTH, LEFT_ALONE, WRONGLY_ANSWERED);

  @Test
  void countsTheBestRowWhateverItsScore() {
    assertThat(Metric.ACCURACY.of(SIX)).isEqualTo(2 / 4.0);
    assertThat(Metric.RECALL_3.of(SIX)).isEqualTo(3 / 4.0);
    assertThat(Metric.RECIPROCAL_RANK.of(SIX)).isEqualTo((1 + 0.5 + 1 + 0.25) / 4);
  }

  @Test
  void countsWhatWasAnsweredAtTheThreshold() {
    assertThat(Metric.IN_SCOPE.of(SIX)).isEqualTo(1 / 4.0);
    assertThat(Metric.OFF_TOPIC_RECALL.of(SIX)).isEqualTo(1 / 2.0);
    assertThat(Metric.JOINT.of(SIX)).isEqualTo(2 / 6.0);
    assertThat(Metric.ANSWERED_PRECISION.of(SIX)).isEqualTo(1 / 3.0);
  }

  @Test
  void findsTheBestThresholdAfterwards() {
    // Above 0.7 one is rightly answered and both off-topic ones are left alone.
    assertThat(Metric.JOINT_ORACLE.of(SIX)).isEqualTo(3 / 6.0);
  }

  @Test
  void comparesEveryPairOfInScopeAndOffTopic() {
    // 0.9 beats both, 0.6, 0.3 and 0.5 beat one of the two.
    assertThat(Metric.AUROC.of(SIX)).isEqualTo(5 / 8.0);
    var tied = List.of(asked("A", 0.4, true, "A"), asked("", 0.4, true, "A"));
    assertThat(Metric.AUROC.of(tied)).isEqualTo(0.5);
  }

  @Test
  void countsNothingWhereThereIsNothingToCount() {
    assertThat(Metric.AUROC.of(List.of(RIGHT, MISSED))).isNaN();
    assertThat(Metric.OFF_TOPIC_RECALL.of(List.of(RIGHT))).isNaN();
    assertThat(Metric.ACCURACY.of(List.of(LEFT_ALONE))).isNaN();
    assertThat(Metric.JOINT_ORACLE.of(List.of())).isNaN();
  }

  @Test
  void givesTheIntervalOfTheBinomialAndTheSameOneTwice() {
    var hundred =
        Stream.generate(() -> List.of(RIGHT, FOURTH)).limit(50).flatMap(List::stream).toList();
    var interval = Interval.of(Metric.ACCURACY, hundred);
    assertThat(interval.value()).isEqualTo(0.5);
    assertThat(interval.low()).isCloseTo(0.402, within(0.03));
    assertThat(interval.high()).isCloseTo(0.598, within(0.03));
    assertThat(Interval.of(Metric.ACCURACY, hundred)).isEqualTo(interval);
  }

  private static Answered asked(String right, double score, boolean accepted, String... rows) {
    var row = right.isEmpty() ? Optional.<RowId>empty() : Optional.of(new RowId(right));
    return new Answered(
        new Case("question", row), Stream.of(rows).map(RowId::new).toList(), score, accepted);
  }
}
