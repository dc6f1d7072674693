package dev.relevo.eval;

import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.run.Disturbance;
import dev.relevo.eval.run.RobustnessRun;
import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval robustness`: what carelessness in typing costs.
@Command(
    name = "robustness",
    mixinStandardHelpOptions = true,
    description =
        "Asks every set's questions in scope as written and disturbed (accents dropped, capitals,"
            + " emoji, a greeting, typos) and prints how many still find their row.")
final class RobustnessCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Runs every folder in it that holds matrix.csv and test.csv.")
  private Path data = Path.of("");

  @Option(
      names = "--dense",
      paramLabel = "TIER",
      defaultValue = "none",
      description = "What tells texts that mean alike: ${COMPLETION-CANDIDATES}; none by default.")
  private Dense dense = Dense.none;

  private final PrintWriter out;

  RobustnessCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var tier = dense.embedder();
    var settings = new Settings(Aim.USUAL, tier, Optional.empty());
    for (var dataset : Dataset.readAll(data)) {
      print(RobustnessRun.of(dataset, settings));
    }
    tier.ifPresent(Embedder::close);
    return 0;
  }

  private void print(RobustnessRun run) {
    double asWritten = run.accuracy().getOrDefault(Disturbance.NONE, Double.NaN);
    out.println(run.name());
    for (var disturbance : Disturbance.values()) {
      double accuracy = run.accuracy().getOrDefault(disturbance, Double.NaN);
      out.println(
          String.format(
              Locale.ROOT,
              "  %-20s %.3f  %+.1f points",
              disturbance.title(),
              accuracy,
              100 * (accuracy - asWritten)));
    }
    out.flush();
  }
}
