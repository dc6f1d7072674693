package dev.relevo.eval.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// A few seconds of what `eval fuzz` does for hours.
class FuzzTests {

  private static final int FILES = 1_500;

  @Test
  void mangledMatricesAreReadOrRefusedAndComeBackWithoutAFormula() throws IOException {
    var files = new HostileMatrices(20261126);
    var read = 0;
    for (var n = 0; n < FILES; n++) {
      read += files.next() ? 1 : 0;
    }
    // What nothing survives, or everything, would prove nothing.
    assertThat(read).isBetween(FILES / 20, FILES * 19 / 20);
  }
}
