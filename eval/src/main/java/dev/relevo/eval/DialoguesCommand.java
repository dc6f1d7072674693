package dev.relevo.eval;

import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.eval.dataset.DialogueSet;
import dev.relevo.eval.scorecard.DialogueScorecard;
import dev.relevo.eval.talk.DialogueRun;
import dev.relevo.eval.talk.Endpoint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval dialogues`: what comes of conversations of several turns.
@Command(
    name = "dialogues",
    mixinStandardHelpOptions = true,
    description =
        "Plays the shipped dialogues on the sample matrices through the shipped bot: with the matrix"
            + " alone (a figure of quality), with a stand-in for a model (which only shows that"
            + " everything fits together), or with a model of yours.")
final class DialoguesCommand implements Callable<Integer> {

  @Option(names = "--matrix-only", description = "No model behind the matrix.")
  private boolean matrixOnly;

  @Option(
      names = "--model-url",
      paramLabel = "URL",
      description = "An OpenAI-compatible endpoint, with its version; without it the stand-in.")
  private Optional<String> url = Optional.empty();

  @Option(names = "--model-key", paramLabel = "KEY", description = "The endpoint's key.")
  private String key = "";

  @Option(names = "--model-name", paramLabel = "NAME", description = "The model's name there.")
  private String name = "";

  @Option(names = "--only", paramLabel = "ID", description = "Only these dialogues.", split = ",")
  private List<String> only = List.of();

  @Option(names = "--wrong", description = "Also prints every turn that did not end as expected.")
  private boolean wrong;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes the numbers as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Also writes the numbers as a page.")
  private Optional<Path> html = Optional.empty();

  private final PrintWriter out;

  DialoguesCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var card = DialogueScorecard.of(run());
    out.println(card.table());
    if (wrong) {
      out.println(card.wrong());
    }
    out.flush();
    json.ifPresent(file -> Output.write(file, card.json()));
    html.ifPresent(file -> Output.write(file, card.page()));
    return 0;
  }

  private DialogueRun run() {
    var dialogues =
        DialogueSet.shipped().dialogues().stream()
            .filter(it -> only.isEmpty() || only.contains(it.id()))
            .toList();
    if (matrixOnly) {
      return DialogueRun.of(dialogues, "matrix only", Endpoint.NONE, () -> 0);
    }
    if (url.isPresent()) {
      var model = new Endpoint(url.get(), key, name);
      return DialogueRun.of(dialogues, "model " + name, model, () -> 0);
    }
    try (var standIn = new ModelStandIn()) {
      return DialogueRun.of(
          dialogues,
          "stand-in: plumbing, no quality",
          Endpoint.of(standIn),
          () -> standIn.log().size());
    }
  }
}
