package dev.relevo.eval.start;

import dev.relevo.eval.service.Footprint;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval start`: for each way to start the application, from exec (by Maven: from when the JVM is
/// there) to healthy and to the first answered message of the web chat, the first start on nothing
/// and later ones on its data folder apart; and the memory held then and after conversations.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Start-up time and memory of the application, by each way to start it.")
public final class StartCommand implements Callable<Integer> {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /// Idle, JVM and PostgreSQL together.
  private static final long MOST_MEGABYTES = 512;

  private final PrintWriter out;

  @Option(names = "--jar", description = "bot-service's …-exec.jar, by java -jar")
  private @Nullable Path jar;

  @Option(names = "--script", description = "bin/relevo of the folder target/relevo")
  private @Nullable Path script;

  @Option(names = "--maven", description = "mvnw of the sources, by spring-boot:run")
  private @Nullable Path maven;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description = "starts on the existing folder; default ${DEFAULT-VALUE}")
  private int runs;

  @Option(names = "--conversations", defaultValue = "100", description = "default ${DEFAULT-VALUE}")
  private int conversations;

  @Option(
      names = "--messages",
      defaultValue = "5",
      description = "in each conversation, at most 10; default ${DEFAULT-VALUE}")
  private int messages;

  public StartCommand(PrintWriter out) {
    this.out = out;
  }

  /// @param healthy from exec until the health page says so
  /// @param answered from exec until the first answer of the bot was read
  private record Start(Duration healthy, Duration answered) {}

  @Override
  public Integer call() throws Exception {
    var ways = ways();
    if (ways.isEmpty()) {
      out.println("Name at least one of --jar, --script and --maven.");
      return 2;
    }
    var good = true;
    for (var way : ways) {
      good &= measure(way);
    }
    return good ? 0 : 1;
  }

  private List<Way> ways() {
    return Stream.of(
            Optional.ofNullable(jar).<Way>map(Way.Jar::new),
            Optional.ofNullable(script).<Way>map(Way.Script::new),
            Optional.ofNullable(maven).<Way>map(Way.Maven::new))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean measure(Way way) throws IOException, InterruptedException {
    var data = Files.createTempDirectory("relevo-start").resolve("data");
    out.println(String.join(" ", way.command(List.of())));
    print("first start, on an empty folder ", start(way, data));
    var later = new ArrayList<Start>();
    for (var run = 1; run <= runs; run++) {
      later.add(start(way, data));
      print("start on the existing folder, %d".formatted(run), later.getLast());
    }
    var median = new Start(median(later, Start::healthy), median(later, Start::answered));
    print("  median of these               ", median);
    var idle = converse(way, data);
    return median.answered().compareTo(LONGEST) <= 0 && idle.total() <= MOST_MEGABYTES;
  }

  private Start start(Way way, Path data) throws IOException, InterruptedException {
    try (var service = Service.start(way, data, Map.of())) {
      var healthy = service.age();
      new Conversations(service.url()).first();
      return new Start(healthy, service.age());
    }
  }

  private Footprint converse(Way way, Path data) throws IOException, InterruptedException {
    try (var service = Service.start(way, data, Map.of())) {
      var idle = Footprint.of(service.pid(), data);
      print("PSS, started and idle", idle);
      new Conversations(service.url()).hold(conversations, messages);
      var after = Footprint.of(service.pid(), data);
      print("PSS after %d conversations of %d questions".formatted(conversations, messages), after);
      return idle;
    }
  }

  private static Duration median(List<Start> starts, Function<Start, Duration> time) {
    var sorted = starts.stream().map(time).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void print(String what, Start start) {
    out.printf(
        Locale.ROOT,
        "%s  exec to healthy %5.2f s, to the first answer %5.2f s%n",
        what,
        start.healthy().toMillis() / 1000.0,
        start.answered().toMillis() / 1000.0);
  }

  private void print(String what, Footprint footprint) {
    out.printf(
        "%s: JVM %d MB + PostgreSQL %d MB (%d processes) = %d MB%n",
        what, footprint.service(), footprint.database(), footprint.processes(), footprint.total());
  }
}
