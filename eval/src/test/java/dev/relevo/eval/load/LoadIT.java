package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A little load on the packaged application; `eval load` plays more.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a shell")
class LoadIT {

  @Test
  void answersEverybodyOnceAndInOrder() throws Exception {
    answersEverybodyOnceAndInOrder(
        new Way.Script(Path.of(System.getProperty("relevo.script", "not set"))));
  }

  static void answersEverybodyOnceAndInOrder(Way way) throws Exception {
    var script = new Script(0, 60, 10, false);
    var transcripts = new Transcripts(script);
    try (var stage =
            Stage.set(way, script, new GraphStandIn(GraphStandIn.Account.SAMPLE), Map.of());
        var door =
            new WhatsAppDoor(
                stage.service().url(),
                stage.provider(),
                Script.Line::text,
                transcripts,
                new Receipts());
        var play = new Play(Subject.started(stage.service()), door, transcripts, script)) {
      play.warmUp(64);

      var measured = Measured.of(play.at(64, Duration.ofSeconds(4)), transcripts, Duration.ZERO);

      assertThat(measured.offered()).isEqualTo(256);
      assertThat(measured.turns()).isEqualTo(256);
      assertThat(measured.doubledReplies()).isZero();
      assertThat(measured.wrongOrder()).isZero();
      assertThat(measured.doubledSends()).isZero();
      assertThat(measured.strangers()).isZero();
      assertThat(door.reports()).isEqualTo(new Door.Reports(3 * 320, 0));
      assertThat(measured.serviceMillis()).as("processor time a message").isPositive();
    }
  }
}
