package dev.relevo.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A short campaign against the packaged application; `eval crash` plays every trouble there is.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill")
class CrashCampaignIT {

  private static final List<Trouble> TROUBLES =
      List.of(new ServiceKilled(Phase.SEND), new PostgresKilled());

  @Test
  void aServiceInTroubleLosesDoublesAndDisordersNothing() throws Exception {
    comesThrough(
        new Way.Script(Path.of(System.getProperty("relevo.script", "not set"))),
        Act.ONE_MACHINE,
        TROUBLES);
  }

  static void comesThrough(Way way, Act act, List<Trouble> troubles) throws Exception {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var tally =
        new CrashCampaign(way, new Script(0, 40, 5), 1, it -> out.println("  " + it))
            .play(act, Programme.surely(troubles), Duration.ofMinutes(5));

    tally.print(out);
    var outcome = tally.outcome();
    assertThat(outcome.messages()).isEqualTo(200);
    assertThat(tally.wounds()).hasSameSizeAs(troubles);
    assertThat(tally.hit()).as("messages the troubles caught").isPositive();
    assertThat(outcome.lost()).as("lost").isZero();
    assertThat(outcome.doubledReplies()).as("doubled replies").isZero();
    assertThat(outcome.wrongOrder()).as("wrong order").isZero();
    assertThat(outcome.wrongOrderOfLedger()).as("wrong order by the ledger").isZero();
    assertThat(outcome.unexplained()).as("doubled sends not on the wire at a trouble").isZero();
    assertThat(outcome.doubledSends()).as("doubled").isLessThanOrEqualTo(outcome.onTheWire());
    assertThat(outcome.strangers()).as("answers to nobody").isZero();
    assertThat(tally.discretion().lines()).as("lines of the log").isPositive();
    assertThat(tally.discretion().broken()).as("lines of the log that are no JSON").isEmpty();
    assertThat(tally.discretion().telling()).as("lines that tell of customers").isEmpty();
    assertThat(tally.clean()).isTrue();
  }
}
