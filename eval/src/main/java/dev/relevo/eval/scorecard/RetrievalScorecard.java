package dev.relevo.eval.scorecard;

import dev.relevo.eval.metric.Interval;
import dev.relevo.eval.metric.Metric;
import dev.relevo.eval.run.RetrievalRun;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of one retrieval run, each with its interval.
public record RetrievalScorecard(RetrievalRun run, Map<Metric, Interval> numbers) {

  public RetrievalScorecard {
    numbers = Map.copyOf(numbers);
  }

  /// Counts a run.
  public static RetrievalScorecard of(RetrievalRun run) {
    var numbers = new EnumMap<Metric, Interval>(Metric.class);
    for (var metric : Metric.values()) {
      numbers.put(metric, Interval.of(metric, run.answered()));
    }
    return new RetrievalScorecard(run, numbers);
  }

  /// One run as an object, several as `{"sets": […]}`; a number that could not be counted is null.
  public static String json(List<RetrievalScorecard> cards) {
    var objects = cards.stream().map(RetrievalScorecard::object).toList();
    Object whole = objects.size() == 1 ? objects.getFirst() : Map.of("sets", objects);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
  }

  private Map<String, Object> object() {
    var object = new LinkedHashMap<String, Object>();
    object.put("set", run.dataset().name());
    object.put("dense", run.tier());
    object.put("rows", run.dataset().matrix().rows().size());
    object.put("phrases", run.phrases());
    object.put("cases", run.answered().size());
    var intervals = new LinkedHashMap<String, Object>();
    for (var metric : Metric.values()) {
      var number = number(metric);
      if (!Double.isNaN(number.value())) {
        object.put(metric.key(), number.value());
        intervals.put(metric.key(), List.of(number.low(), number.high()));
      }
    }
    object.put("intervals95", intervals);
    object.put("found", run.found());
    object.put("several", run.several());
    object.put("nothing", run.answered().size() - run.found() - run.several());
    object.put("buildMillis", run.buildMillis());
    object.put("heapBytes", run.heapBytes());
    object.put("latencyMicros", Map.of("p50", run.micros(0.5), "p99", run.micros(0.99)));
    return object;
  }

  Interval number(Metric metric) {
    return numbers.getOrDefault(metric, Interval.NONE);
  }
}
