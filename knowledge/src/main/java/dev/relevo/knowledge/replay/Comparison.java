package dev.relevo.knowledge.replay;

import dev.relevo.knowledge.gap.Asked;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Questions asked of two versions. Pure: it changes nothing.
///
/// @param changes the worst first, of equals what was asked most
/// @param same how many questions lead where they led
record Comparison(List<Change> changes, int same) {

  private static final Comparator<Change> WORST_FIRST =
      Comparator.comparing(Change::verdict)
          .thenComparing(Comparator.comparingInt(Change::times).reversed());

  Comparison {
    changes = List.copyOf(changes);
  }

  /// One question, however often it was asked.
  record Asking(Asked sample, int times) {}

  /// The questions without repetition; of those that read the same, the newest.
  static List<Asking> distinct(List<Asked> newestFirst) {
    var first = new LinkedHashMap<List<String>, Asked>();
    var times = new LinkedHashMap<List<String>, Integer>();
    for (var it : newestFirst) {
      var key = List.of(Truth.folded(it.text()), it.language());
      first.putIfAbsent(key, it);
      times.merge(key, 1, Integer::sum);
    }
    return first.entrySet().stream()
        .map(it -> new Asking(it.getValue(), times.getOrDefault(it.getKey(), 1)))
        .toList();
  }

  /// Asks every question of both versions.
  ///
  /// @param goOn told how many are done; false ends it
  /// @return empty when it was ended
  static Optional<Comparison> of(
      List<Asking> questions, Retriever before, Retriever after, Truth truth, IntPredicate goOn) {
    var changes = new ArrayList<Change>();
    for (int done = 0; done < questions.size(); done++) {
      if (!goOn.test(done)) {
        return Optional.empty();
      }
      var asking = questions.get(done);
      change(asking, lead(before, asking), lead(after, asking), truth).ifPresent(changes::add);
    }
    changes.sort(WORST_FIRST);
    return Optional.of(new Comparison(changes, questions.size() - changes.size()));
  }

  private static Lead lead(Retriever retriever, Asking asking) {
    var language = Locale.forLanguageTag(asking.sample().language());
    return Lead.of(retriever.retrieve(new Query(asking.sample().text(), Optional.of(language))));
  }

  private static Optional<Change> change(Asking asking, Lead before, Lead after, Truth truth) {
    var sample = asking.sample();
    return kind(before, after)
        .map(it ->
            new Change(
                0,
                sample.text(),
                sample.language(),
                asking.times(),
                sample.message(),
                sample.contact(),
                it,
                truth.verdict(sample.text(), before, after),
                before,
                after));
  }

  /// Empty when nothing is different.
  static Optional<Change.Kind> kind(Lead before, Lead after) {
    if (before.way() != after.way()) {
      return Optional.of(
          switch (after.way()) {
            case ANSWERED -> Change.Kind.NOW_ANSWERED;
            case OFFERED -> Change.Kind.NOW_OFFERED;
            case SILENT -> Change.Kind.NOW_SILENT;
          });
    }
    if (!before.key().equals(after.key())) {
      return Optional.of(Change.Kind.OTHER_ROW);
    }
    return before.way() == Lead.Way.ANSWERED && !before.answer().equals(after.answer())
        ? Optional.of(Change.Kind.OTHER_WORDS)
        : Optional.empty();
  }
}
