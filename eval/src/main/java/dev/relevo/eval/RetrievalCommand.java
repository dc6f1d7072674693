package dev.relevo.eval;

import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.dataset.DatasetUnreadable;
import dev.relevo.eval.run.RetrievalRun;
import dev.relevo.eval.scorecard.PeerTable;
import dev.relevo.eval.scorecard.RetrievalPage;
import dev.relevo.eval.scorecard.RetrievalScorecard;
import dev.relevo.eval.scorecard.RetrievalTable;
import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.Settings;
import java.io.PrintWriter;
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

  @Option(names = "--html", paramLabel = "FILE", description = "Also writes the numbers as a page.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description =
          "Also puts the numbers beside the peers' published ones into a Markdown file, between"
              + " its lines <!-- retrieval TIER --> and <!-- /retrieval TIER -->.")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--dense",
      paramLabel = "TIER",
      defaultValue = "none",
      description = "What tells texts that mean alike: ${COMPLETION-CANDIDATES}; none by default.")
  private Dense dense = Dense.none;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description =
          "When a question is answered, how often rightly; else as many as possible end well.")
  private Optional<Double> precision = Optional.empty();

  @Option(
      names = "--off-topic",
      paramLabel = "SHARE",
      defaultValue = "0.25",
      description = "The expected share of questions that no row answers; 0.25 by default.")
  private double offTopic = 0.25;

  private final PrintWriter out;

  RetrievalCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var cards = new ArrayList<RetrievalScorecard>();
    var tier = dense.embedder();
    var settings = new Settings(aim(), tier, Optional.empty());
    for (var dataset : datasets()) {
      cards.add(RetrievalScorecard.of(RetrievalRun.of(dataset, settings)));
    }
    tier.ifPresent(Embedder::close);
    out.println(RetrievalTable.of(cards));
    out.flush();
    json.ifPresent(file -> Output.write(file, RetrievalScorecard.json(cards)));
    html.ifPresent(file -> Output.write(file, RetrievalPage.of(cards)));
    markdown.ifPresent(file -> Output.between(file, "retrieval " + dense, PeerTable.of(cards)));
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

  private Aim aim() {
    try {
      return new Aim(precision, offTopic);
    } catch (IllegalArgumentException wrong) {
      throw new DatasetUnreadable("--precision and --off-topic lie between 0 and 1.", wrong);
    }
  }
}
