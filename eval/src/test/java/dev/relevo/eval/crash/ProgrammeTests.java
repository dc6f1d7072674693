package dev.relevo.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProgrammeTests {

  @ParameterizedTest
  @EnumSource(Act.class)
  void everyKindComesOnceBeforeAnyComesAgain(Act act) {
    for (var seed = 0; seed < 50; seed++) {
      var programme = act.programme(Set.of(), 6, seed, true);
      var kinds = new TreeSet<>(kinds(programme));

      assertThat(kinds(programme).subList(0, kinds.size()))
          .containsExactlyInAnyOrderElementsOf(kinds);
      assertThat(programme.surely()).isEqualTo(kinds.size());
      assertThat(programme.troubles()).containsExactlyInAnyOrderElementsOf(everything(act));
    }
  }

  @Test
  void theOrderIsTheSeeds() {
    var programme = Act.ONE_MACHINE.programme(Set.of(), 6, 1, false);

    assertThat(Act.ONE_MACHINE.programme(Set.of(), 6, 1, false)).isEqualTo(programme);
    assertThat(Act.ONE_MACHINE.programme(Set.of(), 6, 2, false)).isNotEqualTo(programme);
  }

  @Test
  void whenItIsLateOnlyWhatMustComeStillComes() {
    var all = Act.TWO_REPLICAS.programme(Set.of("service", "line"), 6, 1, true);
    var any = Act.TWO_REPLICAS.programme(Set.of("service", "line"), 6, 1, false);

    assertThat(all.troubles()).hasSize(3);
    assertThat(List.of(all.comes(0, true), all.comes(1, true), all.comes(2, true)))
        .containsExactly(true, true, false);
    assertThat(all.comes(2, false)).isTrue();
    assertThat(any.comes(0, true)).isFalse();
    assertThat(any.comes(0, false)).isTrue();
  }

  @Test
  void silenceMustBeAskedFor() {
    assertThat(kinds(Act.TWO_REPLICAS.programme(Set.of(), 6, 1, false))).doesNotContain("silence");
    assertThat(kinds(Act.TWO_REPLICAS.programme(Set.of("silence"), 6, 1, false)))
        .containsExactly("silence");
    assertThat(Act.kinds())
        .containsExactly(
            "backend", "connections", "disk", "line", "postgres", "provider", "service", "silence");
  }

  private static List<String> kinds(Programme programme) {
    return programme.troubles().stream().map(Trouble::kind).toList();
  }

  private static List<Trouble> everything(Act act) {
    return act.troubles(6).stream().filter(it -> !(it instanceof LineSilent)).toList();
  }
}
