package dev.relevo.eval.upgrade;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.JarFile;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `eval upgrade`: replaces two replicas of one version by two of another while customers write,
/// and counts.
@Command(
    name = "upgrade",
    mixinStandardHelpOptions = true,
    description =
        "Replaces one version by another, replica by replica, while customers write; counts what"
            + " was lost or doubled and what each replica answered.")
public final class UpgradeCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--from",
      required = true,
      converter = JarFile.class,
      description = "bot-service's …-exec.jar before")
  private Way.Jar from = new Way.Jar(Path.of(""));

  @Option(
      names = "--to",
      required = true,
      converter = JarFile.class,
      description = "bot-service's …-exec.jar after")
  private Way.Jar to = new Way.Jar(Path.of(""));

  @Option(
      names = "--customers",
      defaultValue = "400",
      description = "all through the upgrade; default ${DEFAULT-VALUE}")
  private int customers;

  @Option(
      names = "--questions",
      defaultValue = "10",
      description = "each asks; default ${DEFAULT-VALUE}")
  private int questions;

  @Option(
      names = "--rate",
      defaultValue = "80",
      description =
          "deliveries a second, two of each message in the mean; default ${DEFAULT-VALUE}")
  private double rate;

  @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
  private long seed;

  public UpgradeCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    if (customers < 1 || questions < 1 || questions > Script.MOST_QUESTIONS || !(rate > 0)) {
      throw new ParameterException(
          command.commandLine(),
          "--customers is at least 1, --questions 1 to %d, --rate more than 0."
              .formatted(Script.MOST_QUESTIONS));
    }
    var script = new Script(0, customers, questions);
    try (var upgrade = new Upgrade(from, to, script, seed, line -> out.println("  " + line))) {
      var result = upgrade.play(rate);
      result.print(out);
      return result.good() ? 0 : 1;
    } catch (IOException failed) {
      out.println("BROKEN OFF: " + failed.getMessage());
      return 1;
    }
  }
}
