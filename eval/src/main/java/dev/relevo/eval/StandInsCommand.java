package dev.relevo.eval;

import dev.relevo.bot.standin.AttackersServant;
import dev.relevo.bot.standin.DialogflowStandIn;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.ObedientToSources;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval standins`: a language model and Dialogflow for whoever has no key.
@Command(
    name = "standins",
    mixinStandardHelpOptions = true,
    description =
        "Starts what answers in place of a language model and of Dialogflow on this machine, prints"
            + " the settings with which Relevo uses them, then every request; ends with Ctrl-C.")
final class StandInsCommand implements Callable<Integer> {

  private static final String KEY = "key-of-the-stand-in";

  /// How the model behaves.
  enum Behaviour {
    /// Answers from the sources it is handed.
    obedient,
    /// Does what anybody in the conversation tells it.
    servant,
    /// Calls a tool for ever.
    looping,
    /// Always 429.
    busy,
    /// Always 500.
    broken
  }

  @Option(names = "--model-port", defaultValue = "9091", description = "default ${DEFAULT-VALUE}")
  private int modelPort;

  @Option(
      names = "--dialogflow-port",
      defaultValue = "9092",
      description = "default ${DEFAULT-VALUE}")
  private int dialogflowPort;

  @Option(
      names = "--script",
      defaultValue = "obedient",
      description = "how the model behaves: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
  private Behaviour script = Behaviour.obedient;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      defaultValue = "300ms",
      converter = Latency.class,
      description = "how long each answer takes, such as 300ms or 2s; default ${DEFAULT-VALUE}")
  private Duration latency = Duration.ZERO;

  private final PrintWriter out;
  private final CountDownLatch end;

  StandInsCommand(PrintWriter out) {
    this(out, new CountDownLatch(1));
  }

  /// Goes on until the latch is down.
  StandInsCommand(PrintWriter out, CountDownLatch end) {
    this.out = out;
    this.end = end;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var model = new ModelStandIn(modelPort);
        var dialogflow = new DialogflowStandIn(DialogflowStandIn.Agent.SAMPLE, dialogflowPort)) {
      behave(model.requiring(KEY).slow(latency).printing(System.out));
      dialogflow.slow(latency).printing(System.out);
      settings(model, dialogflow).forEach(out::println);
      out.flush();
      end.await();
    }
    return 0;
  }

  private void behave(ModelStandIn model) {
    switch (script) {
      case obedient -> model.answering(new ObedientToSources());
      case servant -> model.answering(new AttackersServant(List.of()));
      case looping -> model.failing(new ModelFault.ToolLoop("", "{}"));
      case busy -> model.failing(ModelFault.tooManyRequests(Duration.ofSeconds(30)));
      case broken -> model.failing(ModelFault.internalError());
    }
  }

  /// The environment with which Relevo uses them; the one place that knows the settings' names.
  private static List<String> settings(ModelStandIn model, DialogflowStandIn dialogflow) {
    var agent = dialogflow.agent();
    return List.of(
        "export RELEVO_MODEL_BASE_URL=" + model.url(),
        "export RELEVO_MODEL_API_KEY=" + KEY,
        "export RELEVO_MODEL_NAME=" + ModelStandIn.MODEL,
        "export RELEVO_DIALOGFLOW_ENDPOINT=" + dialogflow.endpoint(),
        "export RELEVO_DIALOGFLOW_AGENT=projects/%s/locations/%s/agents/%s"
            .formatted(agent.project(), agent.location(), agent.id()));
  }
}
