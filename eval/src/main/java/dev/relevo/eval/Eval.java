package dev.relevo.eval;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: `java -jar eval.jar <command>`.
@Command(name = "eval", mixinStandardHelpOptions = true, description = "How good was it?")
public final class Eval {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Eval()).execute(arguments));
  }
}
