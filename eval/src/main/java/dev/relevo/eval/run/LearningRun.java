package dev.relevo.eval.run;

import dev.relevo.eval.dataset.Dataset;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retriever;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What those who ask notice of another matrix being learnt in the same process.
///
/// @param alone microseconds of each answer before, ascending
/// @param meanwhile the same while it was learnt
public record LearningRun(List<Double> alone, List<Double> meanwhile) {

  private static final Duration ALONE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(1);

  /// Asks one question a millisecond.
  public static LearningRun of(Dataset asked, Matrix learnt) {
    var retriever = Knowledge.retriever(asked.matrix());
    RetrievalRun.warmUp(retriever, asked.cases());
    var end = System.nanoTime() + ALONE.toNanos();
    var alone = ask(retriever, asked, () -> System.nanoTime() < end);
    var learning = CompletableFuture.supplyAsync(() -> Knowledge.retriever(learnt));
    var meanwhile = ask(retriever, asked, () -> !learning.isDone());
    learning.join();
    return new LearningRun(alone, meanwhile);
  }

  private static List<Double> ask(Retriever retriever, Dataset asked, BooleanSupplier goOn) {
    var micros = new ArrayList<Double>();
    for (int next = 0; goOn.getAsBoolean(); next = (next + 1) % asked.cases().size()) {
      var begun = System.nanoTime();
      retriever.retrieve(Query.of(asked.cases().get(next).text()));
      micros.add((System.nanoTime() - begun) / 1e3);
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    micros.sort(null);
    return List.copyOf(micros);
  }
}
