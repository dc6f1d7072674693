package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.embedding.EmbeddingFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The meanings of texts, by the dense tier if there is one.
///
/// @param known meanings of phrases at hand already, by how they are written
record Meanings(Optional<Embedder> embedder, Map<String, float[]> known) {

  static final float[] NONE = {};
  static final Meanings ABSENT = new Meanings(Optional.empty());

  private static final Logger log = LoggerFactory.getLogger(Meanings.class);
  private static final int AT_ONCE = 64;

  Meanings(Optional<Embedder> embedder) {
    this(embedder, Map.of());
  }

  Meanings knowing(Map<String, float[]> phrases) {
    return new Meanings(embedder, phrases);
  }

  /// The same, or none where a preset makes nothing of them.
  Meanings under(Preset preset) {
    return new Meanings(embedder.filter(_ -> preset.meaning() > 0), known);
  }

  /// A question's meaning; none without a dense tier, or when it does not answer: then words alone
  /// decide.
  float[] of(String question) {
    if (embedder.isEmpty() || question.isEmpty()) {
      return NONE;
    }
    try {
      return embedder.get().embed(List.of(question)).getFirst();
    } catch (EmbeddingFailed failed) {
      log.atWarn().setCause(failed).log("no meaning of a question; words alone decide");
      return NONE;
    }
  }

  /// The phrases with their meanings.
  ///
  /// @throws EmbeddingFailed when the dense tier does not answer
  List<Phrase> of(List<Phrase> phrases) {
    if (embedder.isEmpty()) {
      return phrases;
    }
    var fresh = phrases.stream().filter(it -> !known.containsKey(it.written())).toList();
    var meant = new ArrayList<float[]>(fresh.size());
    for (int from = 0; from < fresh.size(); from += AT_ONCE) {
      var some = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
      meant.addAll(embedder.get().embed(some.stream().map(it -> it.reading().core()).toList()));
    }
    var next = meant.iterator();
    return phrases.stream()
        .map(it -> it.meaning(known.containsKey(it.written()) ? known(it) : next.next()))
        .toList();
  }

  private float[] known(Phrase phrase) {
    return known.getOrDefault(phrase.written(), NONE);
  }

  /// Which model's they are; empty without one.
  String name() {
    return embedder.map(Embedder::name).orElse("");
  }
}
