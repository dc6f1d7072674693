package dev.relevo.eval;

import dev.relevo.eval.dataset.GeneratedMatrix;
import dev.relevo.eval.run.Effort;
import dev.relevo.eval.run.LearningRun;
import dev.relevo.eval.run.Quantile;
import dev.relevo.eval.run.ScaleRun;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval scale`: what many rows cost.
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description = "Trains on generated rows and prints latency, build and edit time, and heap.")
final class ScaleCommand implements Callable<Integer> {

  private static final int CASES = 2_000;

  @Option(
      names = "--rows",
      paramLabel = "ROWS",
      split = ",",
      defaultValue = "100,10000,100000",
      description = "How many rows, each a run of its own; 100,10000,100000 by default.")
  private List<Integer> rows = List.of();

  @Option(
      names = "--phrases",
      paramLabel = "COUNT",
      defaultValue = "3",
      description = "How many ways to ask for each row; 3 by default.")
  private int phrases = 3;

  @Option(
      names = "--learning",
      paramLabel = "ROWS",
      description = "Asks a matrix of 500 rows while one of so many is learnt, and nothing else.")
  private int learning;

  private final PrintWriter out;

  ScaleCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (learning > 0) {
      print(
          LearningRun.of(
              GeneratedMatrix.of(500, phrases, CASES),
              GeneratedMatrix.of(learning, phrases, 1).matrix()));
      return 0;
    }
    out.println(
        "  rows  phrases  build s (cpu)   edit s (cpu)   read s (cpu)  heap MB  stored MB"
            + "  p50 ms  p99 ms  acc@1  found");
    for (int size : rows) {
      print(size, ScaleRun.of(GeneratedMatrix.of(size, phrases, CASES)));
    }
    return 0;
  }

  private void print(int size, ScaleRun scale) {
    var run = scale.run();
    out.println(
        String.format(
            Locale.ROOT,
            "%6d  %7d  %s  %s  %s  %7.0f  %9.1f  %6.2f  %6.2f  %.3f  %.3f",
            size,
            run.phrases(),
            seconds(scale.build()),
            seconds(scale.edit()),
            seconds(scale.read()),
            run.heapBytes() / 1e6,
            scale.modelBytes() / 1e6,
            run.micros(0.5) / 1e3,
            run.micros(0.99) / 1e3,
            scale.accuracy(),
            scale.found()));
    out.flush();
  }

  private void print(LearningRun run) {
    print("alone", run.alone());
    print("while %d rows are learnt".formatted(learning), run.meanwhile());
  }

  private void print(String what, List<Double> micros) {
    out.printf(
        Locale.ROOT,
        "%s: %d asked, p50 %.2f ms, p99 %.2f ms%n",
        what,
        micros.size(),
        Quantile.of(micros, 0.5) / 1e3,
        Quantile.of(micros, 0.99) / 1e3);
    out.flush();
  }

  private static String seconds(Effort spent) {
    return String.format(Locale.ROOT, "%6.2f (%5.1f)", spent.seconds(), spent.processorSeconds());
  }
}
