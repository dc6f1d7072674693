package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.eval.load.Measured.Growth;
import dev.relevo.eval.play.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTests {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void whatACollectionLeavesMustNotGrow() {
    assertThat(broken(LONG, Optional.of(new Growth(60, 100))))
        .contains("heap grew from 60 to 100 MB");
    assertThat(broken(LONG, Optional.of(new Growth(60, 80)))).noneMatch(it -> it.contains("heap"));
  }

  @Test
  void aShortRunSaysNothingOfTheHeap() {
    assertThat(broken(Duration.ofSeconds(30), Optional.of(new Growth(60, 100))))
        .noneMatch(it -> it.contains("heap"));
  }

  @Test
  void whereNobodyKnowsTheProcessTheLeastInUseIsCompared() {
    assertThat(broken(LONG, Optional.empty())).contains("heap grew from 70 to 120 MB");
  }

  @Test
  void theMemoryOfJvmAndDatabaseIsLimited() {
    assertThat(Seen.measured(0, 100, 1_501, List.of()).broken()).containsExactly("memory 1501 MB");
    assertThat(Seen.measured(0, 100, 1_500, List.of()).holds()).isTrue();
  }

  @Test
  void memoryThatNobodyKnowsBreaksNothing() {
    assertThat(Seen.measured(0, 100, Double.NaN, List.of()).holds()).isTrue();
  }

  @Test
  void everyStatusMustBeTaken() {
    var measured = Seen.untaken(7);

    assertThat(measured.broken()).containsExactly("7 statuses not taken");
    assertThat(measured.text()).contains("7 not taken", "does not hold: 7 statuses not taken");
  }

  private static List<String> broken(Duration played, Optional<Growth> heap) {
    var looks =
        IntStream.range(0, 10)
            .mapToObj(n -> new Vitals.Look(n, 0, n < 5 ? 70 : 120, 400, 1, Optional.of(Health.UP)))
            .toList();
    var run = new Run(1, 0, played, List.of(), looks, Duration.ZERO, 0, 0, Optional.empty(), heap);
    return Measured.of(run, new Transcripts(new Script(0, 1, 1)), Duration.ZERO).broken();
  }
}
