package dev.relevo.eval.crash;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.JarFile;
import dev.relevo.eval.service.Way;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `eval crash`: lets troubles come upon the packaged application while customers write, and
/// counts.
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    description = "Kills, cuts and fills while customers write; counts what was lost or doubled.")
public final class CrashCommand implements Callable<Integer> {

  private final PrintWriter out;

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--jar",
      required = true,
      converter = JarFile.class,
      description = "bot-service's …-exec.jar")
  private Way.Jar jar = new Way.Jar(Path.of(""));

  @Option(
      names = "--customers",
      defaultValue = "200",
      description = "in each act; default ${DEFAULT-VALUE}")
  private int customers;

  @Option(
      names = "--questions",
      defaultValue = "10",
      description = "each asks; default ${DEFAULT-VALUE}")
  private int questions;

  @Option(
      names = "--kills",
      defaultValue = "6",
      description = "of the service, a third of it with two replicas; default ${DEFAULT-VALUE}")
  private int kills;

  @Option(
      names = "--only",
      split = ",",
      description =
          "kinds of trouble: service, postgres, backend, connections, line, silence, disk, provider; default: all but silence")
  private Set<String> kinds = Set.of();

  @Option(
      names = "--all",
      description =
          "each kind comes once, however late it has become; ends with 1 when --minutes do not suffice")
  private boolean all;

  @Option(names = "--seed", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description =
          "in all; in each act no further trouble comes after a third of it; default ${DEFAULT-VALUE}")
  private int minutes;

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      description = "of the application besides, such as relevo.transport=kafka; may be repeated")
  private Map<String, String> besides = Map.of();

  public CrashCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    check();
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var play = thread.submit(this::play);
      try {
        return play.get(minutes, TimeUnit.MINUTES) ? 0 : 1;
      } catch (TimeoutException late) {
        play.cancel(true);
        out.printf("GIVEN UP after %d minutes%n", minutes);
        return 1;
      } catch (ExecutionException failed) {
        out.println("BROKEN OFF: " + failed.getCause());
        return 1;
      }
    }
  }

  private void check() {
    var known = Act.kinds();
    if (!known.containsAll(kinds)) {
      throw new ParameterException(
          command.commandLine(),
          "--only %s names a trouble that is none of %s."
              .formatted(String.join(",", kinds), String.join(", ", known)));
    }
    if (kills < 0 || customers < 1 || minutes < 1) {
      throw new ParameterException(
          command.commandLine(), "--customers and --minutes are at least 1, --kills at least 0.");
    }
  }

  private boolean play() throws Exception {
    var campaign =
        new CrashCampaign(
            new Way.With(jar, besides),
            new Script(0, customers, questions),
            seed,
            line -> out.println("  " + line));
    var clean = true;
    // Of each act; what is left is for the starts before and the answers after.
    var time = Duration.ofMinutes(minutes).dividedBy(3);
    for (var act : Act.values()) {
      var programme = act.programme(kinds, kills, seed, all);
      if (!programme.troubles().isEmpty()) {
        out.printf("%s, seed %d%n", act.word(), seed);
        var tally = campaign.play(act, programme, time);
        tally.print(out);
        clean = clean && tally.clean();
      }
    }
    out.println(clean ? "nothing lost, doubled or disordered" : "NOT AS IT MUST BE");
    return clean;
  }
}
