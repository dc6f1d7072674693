package dev.relevo.eval;

import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.dataset.DatasetUnreadable;
import dev.relevo.eval.run.RetrievalRun;
import dev.relevo.eval.scorecard.RetrievalScorecard;
import dev.relevo.eval.scorecard.RetrievalTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval retrieval`: how often the right row is found, and how well the rest is left alone.
@Command(
    name = "retrieval",
    mixinStandardHelpOptions = true,
    description =
        "Trains the retriever on a matrix, asks it a test file's questions, and counts. The"
            + " threshold is chosen from the matrix alone.")
final class RetrievalCommand implements Callable<Integer> {

  @Option(
      names = "--matrix",
      paramLabel = "FILE",
      description =
          "row_id,question (one phrase a line) or row_id,answer as CSV, or a matrix as the console"
              + " imports it (CSV, XLSX). May be repeated, each with its --test.")
  private List<Path> matrices = new ArrayList<>();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "text,row_id as CSV; an empty row_id means that no row answers it.")
  private List<Path> tests = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Runs every folder in it that holds matrix.csv and test.csv.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the numbers as JSON.")
  private Optional<Path> json = Optional.empty();

  private final PrintWriter out;

  RetrievalCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var cards = new ArrayList<RetrievalScorecard>();
    for (var dataset : datasets()) {
      cards.add(RetrievalScorecard.of(RetrievalRun.of(dataset)));
    }
    out.println(RetrievalTable.of(cards));
    out.flush();
    json.ifPresent(file -> write(file, RetrievalScorecard.json(cards)));
    return 0;
  }

  private List<Dataset> datasets() {
    if (matrices.size() != tests.size() || (matrices.isEmpty() && data.isEmpty())) {
      throw new DatasetUnreadable(
          "Name a --matrix and a --test file for each set, or a folder of sets with --data.");
    }
    var datasets = new ArrayList<Dataset>();
    for (int pair = 0; pair < matrices.size(); pair++) {
      datasets.add(Dataset.read(matrices.get(pair), tests.get(pair)));
    }
    data.ifPresent(folder -> datasets.addAll(Dataset.readAll(folder)));
    return datasets;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException exception) {
      throw new DatasetUnreadable(file + " cannot be written; name another file.", exception);
    }
  }
}
