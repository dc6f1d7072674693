package dev.relevo.eval.load;

import java.util.Locale;
import java.util.stream.Collectors;

/// A load test as a table for the README.
final class LoadMarkdown {

  private LoadMarkdown() {}

  /// Between which lines it belongs.
  static String name(LoadReport report) {
    return report.main().isPresent() ? "load " + report.mode() : "load knee";
  }

  static String of(LoadReport report) {
    return report.main().map(it -> main(report, it)).orElseGet(() -> knees(report));
  }

  private static String main(LoadReport report, Measured it) {
    return """
    | %s, %d customers | seen | limit |
    |---|---|---|
    | messages a second, for so long | %s, %d s | |
    | statuses a second taken besides | %s | |
    | lost, doubled replies, wrong order | %d, %d, %d of %d | 0, 0, 0 |
    | webhook answered, p50 / p99 | %s / %s ms | 50 / 250 ms |
    | message in to send out, p50 / p99 | %s / %s ms | – / 1000 ms |
    | memory of JVM and PostgreSQL (PSS), the most | %s MB | %d MB |
    | processor time a message | %s | |
    | load average, everything else on the machine included | %s | |
    """
        .formatted(
            report.machine(),
            report.customers(),
            number(it.run().rate()),
            it.run().played().toSeconds(),
            number(it.statusesPerSecond()),
            it.lost(),
            it.doubledReplies(),
            it.wrongOrder(),
            it.offered(),
            number(it.webhook().p50()),
            number(it.webhook().p99()),
            number(it.turn().p50()),
            number(it.turn().p99()),
            number(it.memory()),
            Limits.MEMORY,
            it.effort().orElse("not known"),
            number(it.load()));
  }

  private static String knees(LoadReport report) {
    var lines =
        report.searches().entrySet().stream()
            .map(it -> line(it.getKey(), it.getValue()))
            .collect(Collectors.joining());
    var ratio = report.floorRatio();
    return "| %s, %d customers | highest rate that held | processor time a message | load average |%n"
            .formatted(report.machine(), report.customers())
        + "|---|---|---|---|\n"
        + lines
        + (ratio.isPresent()
            ? "| ratio of the rates | %.2f | | |%n".formatted(ratio.getAsDouble())
            : "");
  }

  private static String line(String name, LoadReport.Search search) {
    var best = search.best().or(() -> search.steps().stream().findFirst());
    return "| %s | %s/s | %s ms | %s |%n"
        .formatted(
            name,
            number(search.knee()),
            best.map(it -> fine(it.serviceMillis())).orElse("–"),
            best.map(it -> number(it.load())).orElse("–"));
  }

  private static String fine(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
  }
}
