package dev.relevo.eval.scorecard;

import dev.relevo.eval.metric.Interval;
import dev.relevo.eval.metric.Metric;
import dev.relevo.eval.run.RetrievalRun;
import java.util.EnumMap;
import java.util.Map;

/// The numbers of one retrieval run.
public record RetrievalScorecard(RetrievalRun run, Map<Metric, Interval> numbers) {

  public static RetrievalScorecard of(RetrievalRun run) {
    var numbers = new EnumMap<Metric, Interval>(Metric.class);
    for (var metric : Metric.values()) {
      numbers.put(metric, Interval.of(metric, run.answered()));
    }
    return new RetrievalScorecard(run, numbers);
  }
}
