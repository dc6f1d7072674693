package dev.relevo.eval;

import dev.relevo.eval.crash.CrashCommand;
import dev.relevo.eval.load.ThroughputCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: `java -jar eval.jar <command>`.
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "How good was it?",
    subcommands = {CrashCommand.class, ThroughputCommand.class})
public final class Eval {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Eval()).execute(arguments));
  }
}
