package dev.relevo.eval.scorecard;

import dev.relevo.eval.metric.Interval;
import dev.relevo.eval.metric.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Retrieval runs beside what peers published, in Markdown.
public final class PeerTable {

  private static final Map<String, String> PEERS =
      Map.of(
          "massive_es_oos_10shot",
          "nlp.js 4.27, measured: .591 / .675 / .431 at its default threshold",
          "hint3_v1_curekart",
          "accuracy Rasa .841, AUROC Dialogflow .856, J BERT .758 at the best threshold afterwards"
              + " (recomputed from the predictions published with HINT3)",
          "clinc150_10shot",
          "USE+ConveRT, 10 phrases a row, in scope only: .933 (Few-Shot-Intent-Detection; not the"
              + " same draw)",
          "banking77_10shot",
          "CPFT .872, ICDA .898 (Few-Shot-Intent-Detection; not the same draw)",
          "nlpjs50_es",
          "nlp.js 4.27, measured on its own corpus: .996",
          "xquad_es",
          "Lucene BM25, measured: .922 / .958 / .864 at a threshold tuned on labelled data");

  private PeerTable() {}

  /// The table, one set a line.
  public static String of(List<RetrievalScorecard> cards) {
    var text =
        new StringBuilder(
            """
            | set | dense tier | accuracy | AUROC | J | p50 / p99 | peers: accuracy / AUROC / J |
            |---|---|---|---|---|---|---|
            """);
    for (var card : cards) {
      var run = card.run();
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  run.dataset().name(),
                  run.tier(),
                  share(card.number(Metric.ACCURACY)),
                  share(card.number(Metric.AUROC)),
                  share(card.number(Metric.JOINT)),
                  millis(run.micros(0.5)) + " / " + millis(run.micros(0.99)) + " ms",
                  PEERS.getOrDefault(run.dataset().name(), "–")))
          .append(" |\n");
    }
    return text.toString();
  }

  private static String share(Interval number) {
    return Double.isNaN(number.value())
        ? "–"
        : String.format(
            Locale.ROOT, "%.3f (%.3f–%.3f)", number.value(), number.low(), number.high());
  }

  private static String millis(double micros) {
    return String.format(Locale.ROOT, "%.2f", micros / 1000);
  }
}
