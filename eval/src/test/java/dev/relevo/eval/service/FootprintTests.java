package dev.relevo.eval.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FootprintTests {

  @Test
  void readsTheProportionalSizeAlone() {
    var lines = Stream.of("Rss:  9000 kB", "Pss:   1234 kB", "Pss_Dirty: 7 kB", "SwapPss: 5 kB");

    assertThat(Footprint.parse(lines)).isEqualTo(1234);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void measuresAProcessWithoutADatabase(@TempDir Path folder) throws IOException {
    var footprint = Footprint.of(ProcessHandle.current().pid(), folder);

    assertThat(footprint.service()).isBetween(10L, 100_000L);
    assertThat(footprint.database()).isZero();
    assertThat(footprint.processes()).isZero();
  }
}
