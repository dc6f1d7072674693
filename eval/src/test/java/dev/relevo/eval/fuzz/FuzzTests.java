package dev.relevo.eval.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.webchat.HostilePages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// A few seconds of what `eval fuzz` does for hours.
class FuzzTests {

  private static final int FILES = 1_500;
  private static final int INPUTS = 20_000;

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

  @Test
  void mangledInputsOfTheWebChatAreReadOrRefusedAndNothingForgedPasses() {
    var pages = new HostilePages(20261126);
    var read = 0;
    for (var n = 0; n < INPUTS; n++) {
      read += pages.next() ? 1 : 0;
    }
    assertThat(read).isBetween(INPUTS / 20, INPUTS * 19 / 20);
  }
}
