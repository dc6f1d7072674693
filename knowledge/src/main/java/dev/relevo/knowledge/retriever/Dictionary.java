package dev.relevo.knowledge.retriever;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Phrases word for word, with and without the courtesies around them.
record Dictionary(Map<String, List<Scored>> rows) {

  static Dictionary of(List<Phrase> phrases) {
    return new Dictionary(Map.of()).with(Set.of(), List.of(), phrases);
  }

  /// The same with some rows' phrases less and others more.
  Dictionary with(Set<Integer> gone, List<Phrase> old, List<Phrase> come) {
    var changed = new HashMap<>(rows);
    for (var phrase : old) {
      for (var key : keys(phrase)) {
        changed.computeIfPresent(
            key,
            (_, some) -> {
              var rest = some.stream().filter(it -> !gone.contains(it.row())).toList();
              return rest.isEmpty() ? null : rest;
            });
      }
    }
    for (var phrase : come) {
      for (var key : keys(phrase)) {
        changed.merge(
            key, List.of(new Scored(phrase.row(), 1, phrase.written())), Dictionary::joined);
      }
    }
    return new Dictionary(changed);
  }

  private static List<Scored> joined(List<Scored> some, List<Scored> one) {
    if (some.stream().anyMatch(it -> it.row() == one.getFirst().row())) {
      return some;
    }
    var joined = new ArrayList<>(some);
    joined.addAll(one);
    joined.sort(Scored.BEST_FIRST);
    return List.copyOf(joined);
  }

  private static Set<String> keys(Phrase phrase) {
    return new LinkedHashSet<>(List.of(phrase.reading().folded(), phrase.reading().core()));
  }

  /// The rows that have the question word for word, in the editors' order.
  List<Scored> same(Reading question) {
    return rows.getOrDefault(question.folded(), rows.getOrDefault(question.core(), List.of()));
  }
}
