package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The other ways to load the packaged application: by the web chat, and with a model that is asked
/// each time.
@Tag("long")
class LoadModesIT {

  private static final int RATE = 20;
  private static final int SECONDS = 4;

  @ParameterizedTest
  @ValueSource(strings = {"webchat", "model"})
  void answersEverybodyOnceAndInOrder(String mode) throws Exception {
    var script = Path.of(System.getProperty("relevo.script", "not set"));
    var jar = script.resolve("../../relevo.jar").normalize().toString();
    var settings =
        CommandLine.populateCommand(
            new Settings(), "--jar", jar, "--mode", mode, "--model-latency", "100");
    try (var site = settings.open(60, new PrintWriter(Writer.nullWriter()))) {
      site.play().warmUp(RATE);

      var measured =
          Measured.of(
              site.play().at(RATE, Duration.ofSeconds(SECONDS)),
              site.play().transcripts(),
              Duration.ZERO);

      assertThat(measured.offered()).isEqualTo(RATE * SECONDS);
      assertThat(measured.turns()).isEqualTo(RATE * SECONDS);
      assertThat(measured.doubledReplies()).isZero();
      assertThat(measured.wrongOrder()).isZero();
      assertThat(measured.strangers()).isZero();
    }
  }
}
