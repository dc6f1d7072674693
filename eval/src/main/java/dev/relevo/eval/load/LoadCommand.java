package dev.relevo.eval.load;

import dev.relevo.eval.Output;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `eval load`: customers who write at a fixed rate, whether the service keeps up or not.
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Plays customers at a fixed rate against the packaged application on an empty data folder,"
            + " or against a running one, and checks every conversation; ends with 1 when a limit"
            + " was not held, when a search finds no rate that holds them, or one under 0.6 of"
            + " --floor's.")
public final class LoadCommand implements Callable<Integer> {

  /// Of each step of a search, so much is not counted, and never more than half: the step before
  /// may still be felt.
  private static final Duration SKIPPED = Duration.ofSeconds(3);

  private final PrintWriter out;

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "messages a second; default ${DEFAULT-VALUE}")
  private double rate;

  @Option(names = "--seconds", defaultValue = "60", description = "default ${DEFAULT-VALUE}")
  private int seconds;

  @Option(names = "--customers", defaultValue = "20000", description = "default ${DEFAULT-VALUE}")
  private int customers;

  @Option(
      names = "--warm-up",
      defaultValue = "4000",
      description = "messages before anything is counted; default ${DEFAULT-VALUE}")
  private int warmUp;

  @Option(names = "--search", description = "finds the highest rate that holds the limits")
  private boolean search;

  @Option(
      names = "--floor",
      description = "with --search: the bare program's knee, too, and the ratio of both")
  private boolean floor;

  @Option(
      names = "--step",
      defaultValue = "20",
      description = "seconds at each rate of the search; default ${DEFAULT-VALUE}")
  private int step;

  @Option(
      names = "--overload",
      description = "three times the rate for --seconds, then the rate for as long again")
  private boolean overload;

  @Option(
      names = "--afterwards",
      paramLabel = "RATE",
      description = "with --overload: messages a second once it is over, instead of the rate")
  private @Nullable Double afterwards;

  @Option(
      names = "--flood",
      paramLabel = "RATE",
      defaultValue = "0",
      description = "one customer more, who writes so many messages a second besides")
  private double flood;

  @Option(
      names = "--precision",
      defaultValue = "0.1",
      description = "of the search, as a share; default ${DEFAULT-VALUE}")
  private double precision;

  @Spec private CommandSpec command = CommandSpec.create();

  @picocli.CommandLine.Mixin private Settings settings = new Settings();

  @Option(names = "--json", description = "keeps the numbers in this file")
  private @Nullable Path json;

  @Option(names = "--html", description = "keeps a page with charts in this file")
  private @Nullable Path html;

  @Option(
      names = "--markdown",
      description = "replaces the table between the lines <!-- load … --> of this file")
  private @Nullable Path markdown;

  @Option(names = "--profile", description = "keeps where the application spends its time as text")
  private @Nullable Path profile;

  public LoadCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    check();
    try (var site = settings.open(customers, out)) {
      site.play().warmUp(search ? Math.max(warmUp, customers) : warmUp);
      var report = search ? search(site) : profiled(site);
      keep(report);
      return report.main().map(this::good).orElseGet(report::carries) ? 0 : 1;
    }
  }

  private void check() {
    if (!isPositive(rate) || !isPositive(precision) || seconds < 1 || customers < 1 || step < 1) {
      throw refused(
          "--rate and --precision are more than 0, --seconds, --step and --customers at least 1.");
    }
    if (warmUp < 0 || !(flood == 0 || isPositive(flood))) {
      throw refused("--warm-up and --flood are not less than 0.");
    }
    if (afterwards != null && !(overload && isPositive(afterwards))) {
      throw refused("--afterwards goes with --overload, and is more than 0.");
    }
    if ((search ? 1 : 0) + (overload ? 1 : 0) + (flood > 0 ? 1 : 0) > 1) {
      throw refused("--search, --overload and --flood go one at a time.");
    }
    if (!search && given("--step", "--precision")) {
      throw refused("--step and --precision go with --search.");
    }
    if (settings.attaches() && given("--jar", "--java", "--setting")) {
      throw refused(
          "--jar, --java and --setting are of an application that is started: not with --attach.");
    }
    if (!settings.attaches() && given("--graph-port", "--model-port")) {
      throw refused("--graph-port and --model-port go with --attach.");
    }
    if (settings.hasNoProvider() && given("--latency", "--errors", "--receipts")) {
      throw refused(
          "--latency, --errors and --receipts are a provider's: --mode webchat has none.");
    }
    if (floor && (!search || settings.attaches())) {
      throw refused("--floor goes with --search, and not with --attach.");
    }
    if (profile != null && (search || settings.attaches())) {
      throw refused("--profile goes neither with --search nor with --attach.");
    }
  }

  private boolean given(String... options) {
    var parsed = command.commandLine().getParseResult();
    return Stream.of(options).anyMatch(parsed::hasMatchedOption);
  }

  private static boolean isPositive(double number) {
    return number > 0 && Double.isFinite(number);
  }

  private ParameterException refused(String why) {
    return new ParameterException(command.commandLine(), why);
  }

  private boolean good(Measured measured) {
    return overload
        ? Overload.broken(measured, Duration.ofSeconds(seconds)).isEmpty()
        : measured.holds();
  }

  private LoadReport profiled(Site site) throws IOException, InterruptedException {
    var service = site.subject().service();
    if (profile == null || service.isEmpty()) {
      return measure(site);
    }
    Profile.begin(service.get().pid());
    var report = measure(site);
    Files.writeString(profile, Profile.end(service.get().pid()));
    return report;
  }

  private LoadReport measure(Site site) throws IOException, InterruptedException {
    var time = Duration.ofSeconds(seconds);
    var run =
        overload
            ? Overload.run(site.play(), rate, afterwards == null ? rate : afterwards, time)
            : run(site, time);
    var measured = Measured.of(run, site.play().transcripts(), Duration.ZERO);
    out.println(measured.text());
    if (overload) {
      out.println(Overload.text(measured, time));
    }
    return new LoadReport(
        settings.mode(),
        Machine.describe(),
        customers,
        Optional.of(measured),
        Optional.of(Series.of(run, site.play().transcripts())),
        Map.of());
  }

  private Run run(Site site, Duration time) throws IOException, InterruptedException {
    return flood == 0
        ? site.play().at(rate, time)
        : site.play().flooded(new Play.Pace(rate, time), flood);
  }

  private LoadReport search(Site site) throws IOException, InterruptedException {
    var service = search(LoadReport.SERVICE, site);
    if (floor && site.subject().service().isPresent()) {
      try (var bare = settings.openFloor(site.subject().service().get(), customers)) {
        bare.play().warmUp(customers);
        return report(List.of(service, search(LoadReport.FLOOR, bare)));
      }
    }
    return report(List.of(service));
  }

  private KneeSearch search(String name, Site site) {
    var play = site.play();
    var time = Duration.ofSeconds(step);
    var half = time.dividedBy(2);
    var skipped = half.compareTo(SKIPPED) < 0 ? half : SKIPPED;
    return new KneeSearch(
        name,
        it -> Measured.of(play.at(it, time), play.transcripts(), skipped),
        rate,
        precision,
        out);
  }

  /// Advances them in turn: what else the machine does meets all alike.
  private LoadReport report(List<KneeSearch> searches) throws IOException, InterruptedException {
    while (!searches.stream().allMatch(KneeSearch::done)) {
      for (var one : searches) {
        if (!one.done()) {
          one.advance();
        }
      }
    }
    var found = new LinkedHashMap<String, LoadReport.Search>();
    for (var one : searches) {
      out.printf("%s knee: %.0f messages/s%n", one.name(), one.knee());
      found.put(one.name(), new LoadReport.Search(one.knee(), one.steps()));
    }
    var report =
        new LoadReport(
            settings.mode(),
            Machine.describe(),
            customers,
            Optional.empty(),
            Optional.empty(),
            found);
    report.floorRatio().ifPresent(it -> out.printf("floorRatio: %.2f%n", it));
    return report;
  }

  private void keep(LoadReport report) {
    if (json != null) {
      Output.write(json, report.json());
    }
    if (html != null) {
      Output.write(html, LoadPage.of(report));
    }
    if (markdown != null) {
      Output.between(markdown, LoadMarkdown.name(report), LoadMarkdown.of(report));
    }
  }
}
