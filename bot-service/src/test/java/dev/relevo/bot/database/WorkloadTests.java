package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadTests {

  @Test
  void isPagesUnlessSaid() {
    assertThat(Workload.current()).isEqualTo(Workload.PAGES);
  }

  @Test
  void holdsForTheWorkAndNoLonger() {
    assertThat(Workload.TURNS.<Workload, RuntimeException>call(Workload::current))
        .isEqualTo(Workload.TURNS);
    assertThat(Workload.current()).isEqualTo(Workload.PAGES);
  }
}
