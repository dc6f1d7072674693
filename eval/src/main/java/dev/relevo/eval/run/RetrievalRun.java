package dev.relevo.eval.run;

import dev.relevo.eval.dataset.Case;
import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.metric.Answered;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One dataset put to a retriever that was trained on its matrix and has seen none of its
/// questions.
///
/// @param answered what came of the questions, in their order
/// @param found how many questions got one answer
/// @param several how many got a choice
/// @param buildMillis training and choosing the threshold
/// @param micros how long each question took, sorted, one thread
public record RetrievalRun(
    Dataset dataset,
    List<Answered> answered,
    int found,
    int several,
    double buildMillis,
    List<Double> micros) {

  private static final int WARM_UP = 500;

  /// Trains, warms up and asks every question once.
  public static RetrievalRun of(Dataset dataset) {
    long start = System.nanoTime();
    try (var retriever = Knowledge.retriever(dataset.matrix())) {
      double buildMillis = (System.nanoTime() - start) / 1e6;
      dataset.cases().stream().limit(WARM_UP).forEach(it -> retriever.retrieve(query(it)));
      return ask(dataset, retriever, buildMillis);
    }
  }

  private static RetrievalRun ask(Dataset dataset, Retriever retriever, double buildMillis) {
    var answered = new ArrayList<Answered>();
    var micros = new double[dataset.cases().size()];
    int found = 0;
    int several = 0;
    for (var asked : dataset.cases()) {
      long start = System.nanoTime();
      var retrieval = retriever.retrieve(query(asked));
      micros[answered.size()] = (System.nanoTime() - start) / 1e3;
      switch (retrieval) {
        case Retrieval.Found it -> {
          found++;
          answered.add(answered(asked, it.why(), true));
        }
        case Retrieval.Several it -> {
          several++;
          answered.add(answered(asked, it.why(), true));
        }
        case Retrieval.Nothing it -> answered.add(answered(asked, it.why(), false));
      }
    }
    Arrays.sort(micros);
    var sorted = Arrays.stream(micros).boxed().toList();
    return new RetrievalRun(dataset, answered, found, several, buildMillis, sorted);
  }

  private static Query query(Case asked) {
    return Query.of(asked.text());
  }

  private static Answered answered(Case asked, Explanation why, boolean accepted) {
    var rows = why.candidates().stream().map(hit -> hit.row().id()).toList();
    double score = why.candidates().isEmpty() ? 0 : why.candidates().getFirst().score();
    return new Answered(asked, rows, score, accepted && score >= why.threshold());
  }

  /// The time within which that share of the questions was done, in microseconds.
  public double micros(double share) {
    return micros.isEmpty()
        ? Double.NaN
        : micros.get((int) Math.min(micros.size() - 1, share * micros.size()));
  }
}
