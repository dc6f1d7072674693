package dev.relevo.eval.run;

import dev.relevo.eval.dataset.Case;
import dev.relevo.eval.dataset.Dataset;
import dev.relevo.eval.metric.Answered;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retrieval;
import dev.relevo.knowledge.retriever.Retriever;
import dev.relevo.knowledge.retriever.Settings;
import java.util.List;

/// One dataset put to a retriever that was trained on its matrix and has seen none of its
/// questions.
///
/// @param answered what came of the questions, in their order
/// @param found how many questions got one answer
/// @param several how many got a choice
/// @param tier the dense tier's name; `none` without one
/// @param buildMillis training and choosing the threshold
/// @param heapBytes what the trained retriever holds on to, matrix not counted
/// @param micros how long each question took, one thread, the quickest first
public record RetrievalRun(
    Dataset dataset,
    List<Answered> answered,
    int found,
    int several,
    String tier,
    double buildMillis,
    long heapBytes,
    List<Double> micros) {

  private static final int WARM_UP = 3_000;

  /// Trains, warms up and asks every question once, one after the other, each in no known language.
  public static RetrievalRun of(Dataset dataset, Settings settings) {
    long before = Heap.used();
    long start = System.nanoTime();
    var retriever = Knowledge.retriever(dataset.matrix(), settings);
    double buildMillis = (System.nanoTime() - start) / 1e6;
    long heapBytes = Math.max(0, Heap.used() - before);
    return of(dataset, retriever, settings, buildMillis, heapBytes);
  }

  /// The same with a retriever that is trained already.
  static RetrievalRun of(
      Dataset dataset, Retriever retriever, Settings settings, double buildMillis, long heapBytes) {
    warmUp(retriever, dataset.cases());
    var asked = dataset.cases().stream().map(it -> ask(retriever, it)).toList();
    return new RetrievalRun(
        dataset,
        asked.stream().map(Asked::answered).toList(),
        (int) asked.stream().filter(it -> it.retrieval() instanceof Retrieval.Found).count(),
        (int) asked.stream().filter(it -> it.retrieval() instanceof Retrieval.Several).count(),
        settings.dense().map(Embedder::name).orElse("none"),
        buildMillis,
        heapBytes,
        asked.stream().map(Asked::micros).sorted().toList());
  }

  /// The compiler needs some thousand questions before it has made what will be measured.
  static void warmUp(Retriever retriever, List<Case> cases) {
    for (int asked = 0; asked < WARM_UP && !cases.isEmpty(); asked++) {
      ask(retriever, cases.get(asked % cases.size()));
    }
  }

  private static Asked ask(Retriever retriever, Case asked) {
    var query = Query.of(asked.text());
    long start = System.nanoTime();
    var retrieval = retriever.retrieve(query);
    return new Asked(asked, retrieval, (System.nanoTime() - start) / 1e3);
  }

  /// How many phrases the matrix has.
  public int phrases() {
    return dataset.matrix().rows().stream()
        .mapToInt(row -> (int) row.phrases().stream().filter(phrase -> !phrase.isBlank()).count())
        .sum();
  }

  /// The time within which that share of the questions was done, in microseconds.
  public double micros(double share) {
    return Quantile.of(micros, share);
  }

  private record Asked(Case asked, Retrieval retrieval, double micros) {

    Answered answered() {
      return switch (retrieval) {
        case Retrieval.Found found -> answered(found.why(), true);
        case Retrieval.Several several -> answered(several.why(), true);
        case Retrieval.Nothing nothing -> answered(nothing.why(), false);
      };
    }

    private Answered answered(Explanation why, boolean accepted) {
      var rows = why.candidates().stream().map(hit -> hit.row().id()).toList();
      double score = why.candidates().isEmpty() ? 0 : why.candidates().getFirst().score();
      return new Answered(asked, rows, score, accepted);
    }
  }
}
