package dev.relevo.eval.growth;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.eval.dataset.GeneratedMatrix;
import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Customers;
import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Stage;
import dev.relevo.eval.service.Administrator;
import dev.relevo.eval.service.JarFile;
import dev.relevo.eval.service.ProcessorTime;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `eval growth`: what a turn costs, in the pages the database looks at and in processor time,
/// receipts and all, when so many messages are stored. It ends with 1 when the dearest costs more
/// pages than allowed; with rows, more processor time.
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = "What a turn costs when so many messages are stored, or rows published.")
public final class GrowthCommand implements Callable<Integer> {

  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);
  private static final int PAST_CUSTOMERS = 100;
  private static final int QUESTIONS = 5;
  private static final int AT_ONCE = 8;

  private static final int RECEIPTS_IN_A_CALL = 20;

  /// Rounds before a matrix's turns are measured: a JVM that has just been started is dearer.
  private static final int WARMING = 4;

  /// For what is learnt of the largest matrix.
  private static final String HEAP = "-Xmx1800m";

  private final PrintWriter out;

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--jar",
      required = true,
      converter = JarFile.class,
      description = "bot-service's …-exec.jar")
  private Way.Jar jar = new Way.Jar(Path.of(""));

  @Option(
      names = "--messages",
      split = ",",
      defaultValue = "1000,100000,1000000",
      description = "stored before, rising; default ${DEFAULT-VALUE}")
  private List<Long> sizes = List.of();

  @Option(
      names = "--rows",
      split = ",",
      description = "rows of the matrix, rising, such as 100,10000,100000; instead of messages")
  private List<Integer> rows = List.of();

  @Option(
      names = "--customers",
      defaultValue = "200",
      description = "who then ask five questions each; default ${DEFAULT-VALUE}")
  private int customers;

  @Option(names = "--most", defaultValue = "1.3", description = "how much dearer; ${DEFAULT-VALUE}")
  private double most;

  public GrowthCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    if (!rising(sizes) || !rising(rows) || customers < 1) {
      throw new ParameterException(
          command.commandLine(), "--messages and --rows must rise, and --customers be at least 1.");
    }
    return rows.isEmpty() ? messagesGrow() : rowsGrow();
  }

  private static <T extends Comparable<T>> boolean rising(List<T> numbers) {
    return numbers.equals(numbers.stream().distinct().sorted().toList());
  }

  private int messagesGrow() throws Exception {
    var past = new Script(0, PAST_CUSTOMERS, QUESTIONS);
    try (var reported = reported(jar, past, Map.of());
        var owner = Administrator.of(reported.stage.service().data())) {
      reported.play(past);
      var costs = measured(reported, new Past(owner));
      return Cost.within(most, costs, Cost::pages) ? 0 : 1;
    }
  }

  /// Each matrix on a database of its own.
  private int rowsGrow() throws Exception {
    var costs = new ArrayList<Cost>();
    for (int size : rows) {
      var script = new Script(0, customers, QUESTIONS);
      var matrix = matrix(script, size);
      var way = new Way.Jar(jar.file(), List.of(HEAP));
      try (var reported = reported(way, script, Map.of("relevo.matrix", matrix.toString()));
          var owner = Administrator.of(reported.stage.service().data())) {
        var ready = reported.stage.service().age();
        for (int round = 0; round < WARMING; round++) {
          reported.play(new Script(round * customers, customers, QUESTIONS));
        }
        var asked = new Script(WARMING * customers, customers, QUESTIONS);
        costs.add(cost(reported, new Past(owner), asked));
        print(size, ready, costs.getLast(), costs.getFirst());
      }
      Files.delete(matrix);
    }
    return Cost.within(most, costs, Cost::whole) ? 0 : 1;
  }

  /// The script's rows, and as many more that nobody asks for.
  private static Path matrix(Script script, int size) throws IOException {
    var file = script.writeMatrix(Files.createTempFile("relevo-growth", ".csv"));
    var more = new StringBuilder();
    for (var row : GeneratedMatrix.of(size, 1, 1).matrix().rows()) {
      more.append("%s,es,%s,%s,%n".formatted(row.id().value(), row.question(), row.answer()));
    }
    return Files.writeString(file, more, StandardOpenOption.APPEND);
  }

  private List<Cost> measured(Reported reported, Past past) throws Exception {
    var costs = new ArrayList<Cost>();
    var each = past.messages();
    var copies = 0;
    var first = PAST_CUSTOMERS;
    // A JVM that has just been started is dearer: what comes first would look dear, too.
    reported.play(new Script(first, customers, QUESTIONS));
    first += customers;
    for (var size : sizes) {
      var wanted = (int) Math.max(0, (size - past.messages()) / each);
      past.copy(copies, wanted);
      copies += wanted;
      costs.add(cost(reported, past, new Script(first, customers, QUESTIONS)));
      print(costs.getLast(), costs.getFirst());
      first += customers;
    }
    return costs;
  }

  private static Cost cost(Reported reported, Past past, Script script) throws Exception {
    var service = reported.stage.service();
    var messages = past.messages();
    var pages = past.pages();
    var before = ProcessorTime.of(service.pid(), service.data());
    reported.play(script);
    var spent = ProcessorTime.of(service.pid(), service.data()).since(before);
    double turns = script.lines().size();
    return new Cost(
        messages,
        (past.pages() - pages) / turns,
        spent.service().toNanos() / 1e6 / turns,
        spent.database().toNanos() / 1e6 / turns);
  }

  private static Reported reported(Way way, Script script, Map<String, String> settings)
      throws IOException, InterruptedException {
    var provider = new GraphStandIn(GraphStandIn.Account.SAMPLE);
    var stage = Stage.set(way, script, provider, settings);
    var receipts = StatusReports.whole(stage.webhook(), RECEIPTS_IN_A_CALL);
    provider.reporting(receipts);
    return new Reported(stage, receipts);
  }

  /// A service whose provider reports of every send, which is part of what a turn costs.
  private record Reported(Stage stage, StatusReports receipts) implements AutoCloseable {

    /// Until the last answer was read.
    void play(Script script) throws InterruptedException {
      var before = receipts.delivered();
      var parcels = script.lines().stream().mapToLong(it -> script.parcels(it.question())).sum();
      new Customers(stage, script, new Random(1)).deliver(AT_ONCE);
      var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
      while (Answers.in(stage.provider().taken()).lost(script) > 0
          || receipts.delivered() - before < parcels * StatusReports.WHOLE.size()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("not everything was answered and read in ten minutes");
        }
        Thread.sleep(50);
      }
    }

    @Override
    public void close() {
      stage.close();
      receipts.close();
    }
  }

  private void print(int rows, Duration ready, Cost cost, Cost first) {
    out.printf(
        Locale.ROOT,
        "%,12d rows: ready after %d s, %6.0f pages a turn, %.2f ms JVM, %.2f ms PostgreSQL (%.2f×)%n",
        rows,
        ready.toSeconds(),
        cost.pages(),
        cost.service(),
        cost.database(),
        cost.whole() / first.whole());
    out.flush();
  }

  private void print(Cost cost, Cost first) {
    out.printf(
        Locale.ROOT,
        "%,12d messages: %6.0f pages a turn (%.2f×), %.2f ms JVM, %.2f ms PostgreSQL (%.2f×)%n",
        cost.messages(),
        cost.pages(),
        cost.pages() / first.pages(),
        cost.service(),
        cost.database(),
        cost.database() / first.database());
  }
}
