package dev.relevo.eval.load;

import dev.relevo.eval.load.Chart.Curve;
import dev.relevo.eval.load.Series.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A load test as a page of its own, which needs nothing else.
final class LoadPage {

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Load</title>
      <meta name="viewport" content="width=device-width">
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 780px; padding: 0 1rem; color: #1c2430 }
      h1 { margin-bottom: 0 } h2 { margin-top: 2rem }
      table { border-collapse: collapse; width: 100% } th, td { padding: .3rem .6rem; text-align: right }
      th:first-child, td:first-child { text-align: left } tr + tr { border-top: 1px solid #d8dee6 }
      figure { margin: 1.5rem 0 } figcaption { font-weight: 600 } figcaption b { font-weight: 500; margin-left: .6rem }
      small { color: #5c6878; font-weight: 400; float: right }
      svg { width: 100%; height: auto } svg text { font-size: 11px; fill: #5c6878 } .grid { stroke: #e6eaf0 }
      .good { color: #1d7a3f } .bad { color: #b3261e }
      </style>
      """;

  private LoadPage() {}

  static String of(LoadReport report) {
    var page = new StringBuilder(FRAME);
    page.append("<h1>Load, ").append(escaped(report.mode())).append("</h1>\n<p>");
    page.append(escaped(report.machine()))
        .append(" · %d customers</p>%n".formatted(report.customers()));
    report.main().ifPresent(it -> page.append(main(it)));
    report.series().ifPresent(it -> charts(it).forEach(chart -> page.append(chart.svg())));
    if (!report.searches().isEmpty()) {
      page.append(searches(report));
    }
    return page.toString();
  }

  private static String main(Measured it) {
    var verdict =
        it.holds()
            ? "<p class=\"good\">All limits were held.</p>"
            : "<p class=\"bad\">Not held: " + escaped(String.join("; ", it.broken())) + ".</p>";
    return """
    <h2>%s messages a second for %d s</h2>
    %s
    <table>
    <tr><th>offered</th><th>answered</th><th>lost</th><th>doubled replies</th><th>wrong order</th><th>statuses/s</th></tr>
    <tr><td>%d</td><td>%d</td><td>%d</td><td>%d</td><td>%d</td><td>%s</td></tr>
    </table>
    <table>
    <tr><th></th><th>p50</th><th>p99</th><th>limit</th></tr>
    <tr><td>webhook answered</td><td>%s ms</td><td>%s ms</td><td>50 / 250 ms</td></tr>
    <tr><td>message in to send out</td><td>%s ms</td><td>%s ms</td><td>– / 1000 ms</td></tr>
    </table>
    <p>Memory of JVM and PostgreSQL (PSS) at most %s MB. Load average of the machine %s, everything else on it
    included. Processor time a message: %s.</p>
    """
        .formatted(
            number(it.run().rate()),
            it.run().played().toSeconds(),
            verdict,
            it.offered(),
            it.turns(),
            it.lost(),
            it.doubledReplies(),
            it.wrongOrder(),
            number(it.statusesPerSecond()),
            number(it.webhook().p50()),
            number(it.webhook().p99()),
            number(it.turn().p50()),
            number(it.turn().p99()),
            number(it.memory()),
            number(it.load()),
            it.effort().orElse("not known"));
  }

  private static List<Chart> charts(Series series) {
    var charts = new ArrayList<Chart>();
    charts.add(
        seconds(
            "Messages a second",
            new Curve("said", counts(series.offered())),
            new Curve("answered", counts(series.answered()))));
    charts.add(
        seconds(
            "Webhook answered, ms",
            new Curve("p50", times(series.webhook(), Percentiles::p50)),
            new Curve("p99", times(series.webhook(), Percentiles::p99))));
    charts.add(
        seconds(
            "Message in to send out, ms",
            new Curve("p50", times(series.turn(), Percentiles::p50)),
            new Curve("p99", times(series.turn(), Percentiles::p99))));
    charts.add(seconds("Messages without an answer", new Curve("waiting", series.waiting())));
    charts.add(
        seconds(
            "Memory, MB",
            new Curve("JVM and PostgreSQL (PSS)", series.memory()),
            new Curve("heap in use", series.heap())));
    charts.add(seconds("Load average of the machine", new Curve("load", series.load())));
    return charts;
  }

  private static Chart seconds(String title, Curve... curves) {
    return new Chart(title, "seconds", List.of(curves));
  }

  private static List<Point> counts(List<Integer> counts) {
    return IntStream.range(0, counts.size()).mapToObj(it -> new Point(it, counts.get(it))).toList();
  }

  private static List<Point> times(List<Percentiles> times, ToDoubleFunction<Percentiles> which) {
    return IntStream.range(0, times.size())
        .mapToObj(it -> new Point(it, which.applyAsDouble(times.get(it))))
        .toList();
  }

  private static String searches(LoadReport report) {
    var text = new StringBuilder("<h2>Knee</h2>\n<p>");
    report
        .searches()
        .forEach((name, search) ->
            text.append(
                "%s holds all limits up to <b>%s</b> messages a second. "
                    .formatted(name, number(search.knee()))));
    report.floorRatio().ifPresent(it -> text.append("Ratio %.2f.".formatted(it)));
    text.append("</p>\n");
    text.append(chart(report, "Message in to send out, p99, ms", it -> it.turn().p99()).svg());
    text.append(chart(report, "Processor time a message, ms", Measured::serviceMillis).svg());
    text.append("<table><tr><th></th><th>messages/s</th><th>webhook p50</th><th>p99</th>")
        .append("<th>turn p99</th><th>load</th><th></th></tr>\n");
    report
        .searches()
        .forEach((name, search) ->
            text.append(
                search.steps().stream().map(it -> line(name, it)).collect(Collectors.joining())));
    return text.append("</table>\n").toString();
  }

  private static Chart chart(LoadReport report, String title, Function<Measured, Double> number) {
    var curves =
        report.searches().entrySet().stream()
            .map(it ->
                new Curve(
                    it.getKey(),
                    it.getValue().steps().stream()
                        .sorted(Comparator.comparingDouble(step -> step.run().rate()))
                        .map(step -> new Point(step.run().rate(), number.apply(step)))
                        .toList()))
            .toList();
    return new Chart(title, "messages a second", curves);
  }

  private static String line(String name, Measured it) {
    return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
        .formatted(
            name,
            number(it.run().rate()),
            number(it.webhook().p50()),
            number(it.webhook().p99()),
            number(it.turn().p99()),
            number(it.load()),
            it.holds() ? "holds" : escaped(String.join("; ", it.broken())));
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
