package dev.relevo.eval.crash;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval crash`: kills the packaged application while customers write, and counts.
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    description = "Kills the service while customers write; counts what was lost or doubled.")
public final class CrashCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Option(names = "--jar", required = true, description = "bot-service's …-exec.jar")
  private Path jar = Path.of("");

  @Option(names = "--customers", defaultValue = "200", description = "default ${DEFAULT-VALUE}")
  private int customers;

  @Option(
      names = "--questions",
      defaultValue = "10",
      description = "each asks; default ${DEFAULT-VALUE}")
  private int questions;

  @Option(names = "--kills", defaultValue = "6", description = "default ${DEFAULT-VALUE}")
  private int kills;

  @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
  private long seed;

  public CrashCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    var script = new Script(0, customers, questions);
    var result = new CrashCampaign(new Way.Jar(jar), script, kills, seed).run();
    print(result, out);
    return result.clean() ? 0 : 1;
  }

  static void print(CrashCampaign.Result result, PrintWriter out) {
    out.printf(
        "%d messages in %d deliveries, %d kills, %d s%n",
        result.messages(), result.deliveries(), result.wounds().size(), result.took().toSeconds());
    result.wounds().forEach(wound -> out.println("  kill aimed at " + wound));
    out.println("  hits per phase    " + result.hits());
    out.println("  lost              " + result.lost());
    out.println("  doubled replies   " + result.doubledReplies());
    out.printf(
        "  wrong order       %d (by the ledger: %d)%n",
        result.wrongOrder(), result.wrongOrderOfLedger());
    out.printf(
        "  doubled sends     %d (on the wire at the kills: %d; not explained by these: %d)%n",
        result.doubledSends(), result.onTheWire(), result.unexplained());
    out.println("  answers to nobody " + result.strangers());
  }
}
