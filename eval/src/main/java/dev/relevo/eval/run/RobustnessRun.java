package dev.relevo.eval.run;

import dev.relevo.eval.dataset.Case;
import dev.relevo.eval.dataset.Dataset;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import dev.relevo.knowledge.retriever.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One dataset's questions in scope, disturbed in every way, put to one trained retriever.
///
/// @param accuracy the share whose best row is the right one, whatever its score
public record RobustnessRun(String name, Map<Disturbance, Double> accuracy) {

  private static final long SEED = 20260101;

  public RobustnessRun {
    accuracy = Map.copyOf(accuracy);
  }

  public static RobustnessRun of(Dataset dataset, Settings settings) {
    var cases = dataset.cases().stream().filter(it -> it.row().isPresent()).toList();
    var accuracy = new EnumMap<Disturbance, Double>(Disturbance.class);
    var retriever = Knowledge.retriever(dataset.matrix(), settings);
    for (var disturbance : Disturbance.values()) {
      accuracy.put(disturbance, accuracy(retriever, cases, disturbance));
    }
    return new RobustnessRun(dataset.name(), accuracy);
  }

  private static double accuracy(Retriever retriever, List<Case> cases, Disturbance disturbance) {
    var chance = new Random(SEED);
    long right =
        cases.stream()
            .filter(it -> {
              var asked = Query.of(disturbance.of(it.text(), chance));
              var candidates = why(retriever.retrieve(asked)).candidates();
              return !candidates.isEmpty()
                  && candidates.getFirst().row().id().equals(it.row().orElseThrow());
            })
            .count();
    return cases.isEmpty() ? Double.NaN : (double) right / cases.size();
  }

  private static Explanation why(Retrieval retrieval) {
    return switch (retrieval) {
      case Retrieval.Found found -> found.why();
      case Retrieval.Several several -> several.why();
      case Retrieval.Nothing nothing -> nothing.why();
    };
  }
}
