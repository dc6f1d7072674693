package dev.relevo.eval;

import dev.relevo.eval.dataset.GeneratedMatrix;
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

  private final PrintWriter out;

  ScaleCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    out.println("  rows  acc@1  p50 us  p99 us  build ms  edit ms  read ms  heap MB  stored MB");
    for (int size : rows) {
      var scale = ScaleRun.of(GeneratedMatrix.of(size, CASES));
      var run = scale.run();
      out.println(
          String.format(
              Locale.ROOT,
              "%6d  %.3f  %6.0f  %6.0f  %8.0f  %7.0f  %7.0f  %7.0f  %9.1f",
              size,
              scale.accuracy(),
              run.micros(0.5),
              run.micros(0.99),
              run.buildMillis(),
              scale.editMillis(),
              scale.readMillis(),
              run.heapBytes() / 1e6,
              scale.modelBytes() / 1e6));
      out.flush();
    }
    return 0;
  }
}
