package dev.relevo.eval.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import picocli.CommandLine;

/// A little upgrade of the packaged application to itself; `eval upgrade` plays those between
/// versions.
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGTERM")
class UpgradeIT {

  @Test
  void customersWhoWriteMeanwhileGetEveryAnswerOnceAndInOrder() {
    var script = Path.of(System.getProperty("relevo.script", "not set"));
    var jar = script.resolve("../../relevo.jar").normalize().toString();
    var said = new StringWriter();

    var code =
        new CommandLine(new UpgradeCommand(new PrintWriter(said, true)))
            .execute(
                "--from",
                jar,
                "--to",
                jar,
                "--customers",
                "60",
                "--questions",
                "5",
                "--rate",
                "24");

    System.out.print(said);
    assertThat(said.toString())
        .contains("300 messages", "lost              0", "doubled replies   0")
        .contains("wrong order       0 (by the ledger: 0)", "doubled sends     0")
        .contains("nothing lost, doubled or disordered");
    assertThat(code).isZero();
  }
}
