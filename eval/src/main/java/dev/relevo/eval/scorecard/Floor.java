package dev.relevo.eval.scorecard;

import dev.relevo.eval.metric.Metric;
import java.util.Map;
import java.util.OptionalDouble;

/// What plain Lucene reached on a set, which nothing that is shipped may fall below: BM25 on its
/// standard analyzer, phrases summed by row, and the threshold tuned on a labelled development
/// split.
final class Floor {

  private static final Map<String, Floor> FLOORS =
      Map.of(
          "nlpjs50_es", new Floor(0.724, 0.579, Double.NaN),
          "massive_es_oos_10shot", new Floor(0.514, 0.643, 0.473),
          "hint3_v1_curekart", new Floor(0.763, 0.836, 0.707),
          "clinc150_10shot", new Floor(0.740, 0.843, 0.668),
          "banking77_10shot", new Floor(0.701, Double.NaN, Double.NaN),
          "xquad_es", new Floor(0.922, 0.958, 0.864));

  private final double accuracy;
  private final double auroc;
  private final double joint;

  private Floor(double accuracy, double auroc, double joint) {
    this.accuracy = accuracy;
    this.auroc = auroc;
    this.joint = joint;
  }

  /// The floor of a known set, where it was measured.
  static OptionalDouble of(String set, Metric metric) {
    var floor = FLOORS.getOrDefault(set, new Floor(Double.NaN, Double.NaN, Double.NaN));
    double value =
        switch (metric) {
          case ACCURACY -> floor.accuracy;
          case AUROC -> floor.auroc;
          case JOINT -> floor.joint;
          case RECALL_3,
              RECIPROCAL_RANK,
              IN_SCOPE,
              OFF_TOPIC_RECALL,
              JOINT_ORACLE,
              ANSWERED_PRECISION ->
              Double.NaN;
        };
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
