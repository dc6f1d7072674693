package dev.relevo.eval.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval load`: customers who write at a fixed rate, whether the service keeps up or not.
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Plays customers at a fixed rate against the packaged application on an empty data folder,"
            + " or against a running one, and checks every conversation; ends with 1 when a limit"
            + " was not held.")
public final class LoadCommand implements Callable<Integer> {

  private static final Duration STEP = Duration.ofSeconds(20);

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
      names = "--precision",
      defaultValue = "0.1",
      description = "of the search, as a share; default ${DEFAULT-VALUE}")
  private double precision;

  @picocli.CommandLine.Mixin private Settings settings = new Settings();

  @Option(names = "--json", description = "keeps the numbers in this file")
  private @Nullable Path json;

  @Option(names = "--html", description = "keeps a page with charts in this file")
  private @Nullable Path html;

  @Option(names = "--profile", description = "keeps where the application spends its time as text")
  private @Nullable Path profile;

  public LoadCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    try (var site = settings.open(customers, out)) {
      site.play().warmUp(search ? Math.max(warmUp, customers) : warmUp);
      var report = search ? search(site) : profiled(site);
      keep(report);
      return report.main().filter(it -> !it.holds()).isPresent() ? 1 : 0;
    }
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
    var run = site.play().at(rate, Duration.ofSeconds(seconds));
    var measured = Measured.of(run, site.play().transcripts(), Duration.ZERO);
    out.println(measured.text());
    return new LoadReport(
        settings.mode(),
        Machine.describe(),
        customers,
        Optional.of(measured),
        Optional.of(Series.of(run, site.play().transcripts())),
        Map.of());
  }

  private LoadReport search(Site site) throws IOException, InterruptedException {
    var search = new KneeSearch(LoadReport.SERVICE, site.play(), rate, STEP, precision, out);
    while (!search.done()) {
      search.advance();
    }
    out.printf("knee: %.0f messages/s%n", search.knee());
    var searches = new LinkedHashMap<String, LoadReport.Search>();
    searches.put(LoadReport.SERVICE, new LoadReport.Search(search.knee(), search.steps()));
    return new LoadReport(
        settings.mode(),
        Machine.describe(),
        customers,
        Optional.empty(),
        Optional.empty(),
        searches);
  }

  private void keep(LoadReport report) throws IOException {
    if (json != null) {
      Files.writeString(json, report.json() + "\n");
    }
    if (html != null) {
      Files.writeString(html, LoadPage.of(report));
    }
  }
}
