package dev.relevo.eval.scorecard;

import dev.relevo.eval.metric.Interval;
import dev.relevo.eval.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Retrieval runs as a table for a terminal, one set a line.
public final class RetrievalTable {

  private static final List<String> HEADER =
      List.of(
          "set",
          "rows",
          "phrases",
          "cases",
          "acc@1 [95 %] floor",
          "R@3",
          "MRR",
          "AUROC [95 %] floor",
          "J own [95 %] floor",
          "J oracle",
          "in-scope",
          "off-topic",
          "precision",
          "found/several/none",
          "build ms",
          "heap MB",
          "p50 us",
          "p99 us");

  private RetrievalTable() {}

  /// The table with a line that says how to read it.
  public static String of(List<RetrievalScorecard> cards) {
    var lines = new ArrayList<List<String>>();
    lines.add(HEADER);
    cards.forEach(card -> lines.add(line(card)));
    var widths =
        IntStream.range(0, HEADER.size())
            .mapToObj(column -> lines.stream().mapToInt(line -> line.get(column).length()).max())
            .map(width -> width.orElse(0))
            .toList();
    var table = lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
    return table
        + "\n\nJ own: in scope rightly answered plus off topic left alone, at the threshold chosen"
        + " from the matrix alone.\nfloor: plain Lucene, its J at a threshold tuned on labelled"
        + " data. An asterisk marks a number whose interval lies below the floor.\n";
  }

  private static List<String> line(RetrievalScorecard card) {
    var run = card.run();
    int answered = run.answered().size();
    return List.of(
        run.dataset().name(),
        "" + run.dataset().matrix().rows().size(),
        "" + run.phrases(),
        "" + answered,
        withFloor(card, Metric.ACCURACY),
        plain(card.number(Metric.RECALL_3)),
        plain(card.number(Metric.RECIPROCAL_RANK)),
        withFloor(card, Metric.AUROC),
        withFloor(card, Metric.JOINT),
        plain(card.number(Metric.JOINT_ORACLE)),
        plain(card.number(Metric.IN_SCOPE)),
        plain(card.number(Metric.OFF_TOPIC_RECALL)),
        plain(card.number(Metric.ANSWERED_PRECISION)),
        run.found() + "/" + run.several() + "/" + (answered - run.found() - run.several()),
        whole(run.buildMillis()),
        whole(run.heapBytes() / 1e6),
        whole(run.micros(0.5)),
        whole(run.micros(0.99)));
  }

  private static String withFloor(RetrievalScorecard card, Metric metric) {
    var number = card.number(metric);
    if (Double.isNaN(number.value())) {
      return "-";
    }
    var floor = Floor.of(card.run().dataset().name(), metric);
    var interval = " [" + share(number.low()) + "-" + share(number.high()) + "]";
    var beside =
        floor.isEmpty()
            ? ""
            : " " + share(floor.getAsDouble()) + (number.high() < floor.getAsDouble() ? " *" : "");
    return share(number.value()) + interval + beside;
  }

  private static String plain(Interval number) {
    return Double.isNaN(number.value()) ? "-" : share(number.value());
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String whole(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static String padded(List<String> line, List<Integer> widths) {
    return IntStream.range(0, line.size())
        .mapToObj(column -> pad(line.get(column), widths.get(column)))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
