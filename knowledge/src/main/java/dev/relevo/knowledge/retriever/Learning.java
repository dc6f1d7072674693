package dev.relevo.knowledge.retriever;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How phrases become a scorer. A small matrix gets one machine for all its rows, and every row is
/// considered; a large one gets a machine a row, and an index names the rows to consider.
///
/// @param shared an index to be used instead of one in process, for a small matrix as well
/// @param isLarge decided by the whole matrix, also for trials with a part of it
record Learning(Optional<CandidateIndex.Maker> shared, boolean isLarge) {

  /// A joint machine takes time and memory with phrases times rows.
  private static final int MOST_WORK = 300_000;

  /// The same without an index of others, for trials.
  Learning inProcess() {
    return new Learning(Optional.empty(), isLarge);
  }

  /// The same for a matrix of these phrases.
  Learning of(List<Phrase> phrases) {
    long work = phrases.size() * phrases.stream().mapToInt(Phrase::row).distinct().count();
    return new Learning(shared, work > MOST_WORK);
  }

  /// Learns all phrases.
  Scorer learn(List<Phrase> phrases, Preset preset) {
    var features = features(phrases, preset);
    int size = features.vocabulary().size();
    if (isLarge) {
      var known = compact(phrases, features);
      var byRow = byRow(known);
      var index = FeatureIndex.over(texts(known));
      var rows = byRow.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      var machines = new RowMachines(RowMachines.train(rows, byRow, index, size));
      return new Scorer(features, new NearPhrases(byRow, index), machines);
    }
    var known = phrases.parallelStream().map(it -> Known.of(it, features)).toList();
    return new Scorer(features, small(known, size), JointMachine.train(known, size, preset.cost()));
  }

  /// Of a large matrix, phrases take the most memory.
  private static List<Known> compact(List<Phrase> phrases, Features features) {
    return phrases.parallelStream().map(it -> Known.of(it, features).compact()).toList();
  }

  /// Makes the scorer that was written down.
  Scorer recall(List<Phrase> phrases, ModelFile file) {
    var languages = phrases.stream().map(Phrase::language).distinct().toList();
    var features = new Features(file.vocabulary(), languages, file.preset());
    if (file.machine() instanceof RowMachines) {
      var known = compact(phrases, features);
      return new Scorer(
          features, new NearPhrases(byRow(known), index(texts(known))), file.machine());
    }
    var known = phrases.parallelStream().map(it -> Known.of(it, features)).toList();
    return new Scorer(features, small(known, features.vocabulary().size()), file.machine());
  }

  private CandidateIndex index(List<CandidateIndex.Text> texts) {
    return shared.map(maker -> maker.over(texts)).orElseGet(() -> FeatureIndex.over(texts));
  }

  /// The same scorer above the index of others, if there is one.
  Scorer handedOver(Scorer learnt) {
    return shared.isPresent() && learnt.likeness() instanceof NearPhrases near
        ? learnt.over(new NearPhrases(near.phrases(), index(texts(near.known().toList()))))
        : learnt;
  }

  private Likeness small(List<Known> known, int features) {
    return shared
        .map(maker -> (Likeness) new NearPhrases(byRow(known), maker.over(texts(known))))
        .orElseGet(() -> new EveryPhrase(known, features));
  }

  private static Features features(List<Phrase> phrases, Preset preset) {
    var grams = phrases.parallelStream().map(Learning::grams).toList();
    var languages = phrases.stream().map(Phrase::language).distinct().toList();
    return new Features(Vocabulary.of(grams), languages, preset);
  }

  private static int[] grams(Phrase phrase) {
    return Grams.of(phrase.words(), phrase.language()).distinct();
  }

  private static Map<Integer, List<Known>> byRow(List<Known> known) {
    return known.stream().collect(groupingBy(Known::row, HashMap::new, toList()));
  }

  private static List<CandidateIndex.Text> texts(List<Known> known) {
    return known.stream().map(it -> new CandidateIndex.Text(it.row(), it.vector())).toList();
  }

  /// Learns what has changed of a large matrix: the machines of changed rows, of those that were
  /// near them and of those that are. The weights of all others stay, although rarities have
  /// changed a little.
  Scorer relearn(Scorer before, Set<Integer> gone, List<Phrase> old, List<Phrase> come) {
    var likeness = (NearPhrases) before.likeness();
    var was = before.features();
    var vocabulary =
        was.vocabulary()
            .with(
                old.stream().map(Learning::grams).toList(),
                come.stream().map(Learning::grams).toList());
    var features = was.over(vocabulary, come.stream().map(Phrase::language).toList());
    var known = compact(come, features);
    var phrases = new HashMap<>(likeness.phrases());
    var touched = new HashSet<Integer>();
    for (int row : gone) {
      var own = phrases.getOrDefault(row, List.of());
      touched.addAll(RowMachines.neighbours(row, own, likeness.index()));
      phrases.remove(row);
    }
    var changed = byRow(known);
    phrases.putAll(changed);
    var index = likeness.index().with(gone, texts(known));
    changed.forEach((row, own) -> {
      touched.add(row);
      touched.addAll(RowMachines.neighbours(row, own, index));
    });
    touched.retainAll(phrases.keySet());
    var weights = new HashMap<>(((RowMachines) before.machine()).weights());
    gone.forEach(weights::remove);
    var rows = touched.stream().mapToInt(Integer::intValue).sorted().toArray();
    weights.putAll(RowMachines.train(rows, phrases, index, vocabulary.size()));
    return new Scorer(features, new NearPhrases(phrases, index), new RowMachines(weights));
  }
}
