package dev.relevo.eval;

import dev.relevo.eval.crash.CrashCommand;
import dev.relevo.eval.dataset.DatasetUnreadable;
import dev.relevo.eval.floor.FloorCommand;
import dev.relevo.eval.fuzz.FuzzCommand;
import dev.relevo.eval.gap.GapsCommand;
import dev.relevo.eval.growth.GrowthCommand;
import dev.relevo.eval.keep.KeepCommand;
import dev.relevo.eval.load.LoadCommand;
import dev.relevo.eval.start.StartCommand;
import dev.relevo.eval.upgrade.UpgradeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: `java -jar eval.jar <command>`. What it cannot use ends with one sentence and
/// the code 2.
@Command(name = "eval", mixinStandardHelpOptions = true, description = "How good was it?")
public final class Eval {

  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Eval() {}

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var complaints = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, complaints, arguments));
  }

  /// Runs a command and gives its exit code.
  static int run(PrintWriter out, PrintWriter complaints, String... arguments) {
    var line = new CommandLine(new Eval());
    line.addSubcommand(new RetrievalCommand(out));
    line.addSubcommand(new CompareCommand(out));
    line.addSubcommand(new RobustnessCommand(out));
    line.addSubcommand(new ScaleCommand(out));
    line.addSubcommand(new GapsCommand(out));
    line.addSubcommand(new CrashCommand(out));
    line.addSubcommand(new UpgradeCommand(out));
    line.addSubcommand(new LoadCommand(out));
    line.addSubcommand(new FloorCommand());
    line.addSubcommand(new GrowthCommand(out));
    line.addSubcommand(new FuzzCommand(out));
    line.addSubcommand(new KeepCommand(out));
    line.addSubcommand(new StartCommand(out));
    line.addSubcommand(new StandInsCommand(out));
    line.addSubcommand(new DialoguesCommand(out));
    line.addSubcommand(new AdversarialCommand(out));
    line.addSubcommand(new AnswersCommand(out));
    line.setOut(out).setErr(complaints);
    line.setParameterExceptionHandler((wrong, _) -> complain(complaints, wrong));
    line.setExecutionExceptionHandler((thrown, _, _) -> {
      if (thrown instanceof DatasetUnreadable unreadable) {
        return complain(complaints, unreadable);
      }
      throw thrown;
    });
    if (arguments.length == 0) {
      line.usage(out);
      return CommandLine.ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  private static int complain(PrintWriter complaints, Exception wrong) {
    complaints.println(wrong.getMessage());
    return CommandLine.ExitCode.USAGE;
  }
}
