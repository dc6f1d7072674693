package dev.relevo.eval.scorecard;

import dev.relevo.eval.metric.Interval;
import dev.relevo.eval.metric.Metric;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Retrieval runs as a page of its own.
public final class RetrievalPage {

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Retrieval</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1c2430 }
      table { border-collapse: collapse } th, td { padding: .35rem .7rem; text-align: right }
      th:first-child, td:first-child { text-align: left } tr + tr { border-top: 1px solid #d8dee6 }
      small { color: #5c6878; display: block }
      </style>
      <h1>Retrieval</h1>
      <table>
      <tr>HEADER</tr>
      LINES
      </table>
      <p>Small: where the number would lie in 95 of 100 tests of the same size. Joint: in scope
      rightly answered plus off topic left alone, at the threshold chosen from the matrix alone;
      joint oracle: had the best threshold been known. Latency on one thread.</p>
      """;

  private RetrievalPage() {}

  /// The page.
  public static String of(List<RetrievalScorecard> cards) {
    var metrics = List.of(Metric.values());
    var header =
        "<th>set</th><th>dense</th><th>cases</th>"
            + metrics.stream().map(it -> "<th>" + it.key() + "</th>").collect(Collectors.joining())
            + "<th>build ms</th><th>heap MB</th><th>p50 µs</th><th>p99 µs</th>";
    var lines = cards.stream().map(RetrievalPage::line).collect(Collectors.joining("\n"));
    return FRAME.replace("HEADER", header).replace("LINES", lines);
  }

  private static String line(RetrievalScorecard card) {
    var run = card.run();
    var line = new StringBuilder("<tr><td>").append(escaped(run.dataset().name())).append("</td>");
    line.append(cell(escaped(run.tier()))).append(cell("" + run.answered().size()));
    for (var metric : Metric.values()) {
      line.append(cell(number(card.number(metric))));
    }
    line.append(cell(whole(run.buildMillis()))).append(cell(whole(run.heapBytes() / 1e6)));
    return line.append(cell(whole(run.micros(0.5))))
        .append(cell(whole(run.micros(0.99))))
        .append("</tr>")
        .toString();
  }

  private static String cell(String content) {
    return "<td>" + content + "</td>";
  }

  private static String number(Interval number) {
    return Double.isNaN(number.value())
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.3f<small>%.3f–%.3f</small>",
            number.value(),
            number.low(),
            number.high());
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
