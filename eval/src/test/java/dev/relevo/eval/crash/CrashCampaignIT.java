package dev.relevo.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A short campaign against the packaged application; `eval crash` plays the long one.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
class CrashCampaignIT {

  private static final int KILLS = 3;

  @Test
  void aKilledServiceLosesDoublesAndDisordersNothing() throws Exception {
    var way = new Way.Script(Path.of(System.getProperty("relevo.script", "not set")));

    var result = new CrashCampaign(way, new Script(0, 40, 5), KILLS, 1).run();

    CrashCommand.print(result, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    assertThat(result.messages()).isEqualTo(200);
    assertThat(result.wounds()).hasSize(KILLS);
    assertThat(result.hit()).as("messages the kills caught").isPositive();
    assertThat(result.lost()).as("lost").isZero();
    assertThat(result.doubledReplies()).as("doubled replies").isZero();
    assertThat(result.wrongOrder()).as("wrong order").isZero();
    assertThat(result.wrongOrderOfLedger()).as("wrong order by the ledger").isZero();
    assertThat(result.unexplained()).as("doubled sends not on the wire at a kill").isZero();
    assertThat(result.doubledSends()).as("doubled").isLessThanOrEqualTo(result.onTheWire());
    assertThat(result.strangers()).as("answers to nobody").isZero();
    assertThat(result.clean()).isTrue();
  }
}
