package dev.relevo.eval.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A number between 0 and 1 from what came of many questions; NaN where there is nothing to count.
public enum Metric {
  /// Questions in scope whose best row is the right one, whatever its score.
  ACCURACY("accuracy", some -> share(some, Answered::inScope, Answered::right)),
  /// Questions in scope whose right row is among the best three.
  RECALL_3(
      "recall3", some -> share(some, Answered::inScope, it -> it.place() >= 1 && it.place() <= 3)),
  /// Mean of one through the right row's place, over questions in scope.
  RECIPROCAL_RANK("mrr", Metric::reciprocalRank),
  /// How surely a question in scope scores above one that is off topic.
  AUROC("auroc", Metric::auroc),
  /// Questions in scope answered with the right row.
  IN_SCOPE("inScope", some -> share(some, Answered::inScope, it -> it.right() && it.accepted())),
  /// Off-topic questions left unanswered.
  OFF_TOPIC_RECALL(
      "offTopicRecall", some -> share(some, it -> !it.inScope(), it -> !it.accepted())),
  /// Questions that ended well: in scope and rightly answered, or off topic and not answered.
  JOINT("joint", some -> share(some, _ -> true, Metric::endedWell)),
  /// Joint, had the best threshold been known beforehand.
  JOINT_ORACLE("jointOracle", Metric::jointOracle),
  /// Answers that were right.
  ANSWERED_PRECISION("answeredPrecision", some -> share(some, Answered::accepted, Answered::right));

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // a formula without state
  private final ToDoubleFunction<List<Answered>> formula;

  Metric(String key, ToDoubleFunction<List<Answered>> formula) {
    this.key = key;
    this.formula = formula;
  }

  /// The name in JSON.
  public String key() {
    return key;
  }

  /// The number.
  public double of(List<Answered> some) {
    return formula.applyAsDouble(some);
  }

  private static double share(
      List<Answered> some, Predicate<Answered> counted, Predicate<Answered> good) {
    long all = some.stream().filter(counted).count();
    return all == 0 ? Double.NaN : (double) some.stream().filter(counted.and(good)).count() / all;
  }

  private static boolean endedWell(Answered answered) {
    return answered.inScope() ? answered.right() && answered.accepted() : !answered.accepted();
  }

  private static double reciprocalRank(List<Answered> some) {
    return some.stream()
        .filter(Answered::inScope)
        .mapToDouble(it -> it.place() == 0 ? 0 : 1.0 / it.place())
        .average()
        .orElse(Double.NaN);
  }

  /// By ranks, ties counting half.
  private static double auroc(List<Answered> some) {
    var ascending = some.stream().sorted(Comparator.comparingDouble(Answered::score)).toList();
    double rankSum = 0;
    long inScope = 0;
    for (int from = 0, to; from < ascending.size(); from = to) {
      to = from;
      long tied = 0;
      while (to < ascending.size() && ascending.get(to).score() == ascending.get(from).score()) {
        tied += ascending.get(to++).inScope() ? 1 : 0;
      }
      rankSum += tied * (from + 1 + to) / 2.0;
      inScope += tied;
    }
    long offTopic = some.size() - inScope;
    double below = rankSum - inScope * (inScope + 1) / 2.0;
    return inScope == 0 || offTopic == 0 ? Double.NaN : below / (inScope * (double) offTopic);
  }

  private static double jointOracle(List<Answered> some) {
    var descending = new ArrayList<>(some);
    descending.sort(Comparator.comparingDouble(Answered::score).reversed());
    long well = some.stream().filter(it -> !it.inScope()).count();
    long most = well;
    for (int index = 0; index < descending.size(); index++) {
      var it = descending.get(index);
      well += it.inScope() ? (it.right() ? 1 : 0) : -1;
      boolean last =
          index + 1 == descending.size() || descending.get(index + 1).score() < it.score();
      most = last ? Math.max(most, well) : most;
    }
    return some.isEmpty() ? Double.NaN : (double) most / some.size();
  }
}
