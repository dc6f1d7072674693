package dev.relevo.knowledge.retriever;

import java.util.Optional;

/// One phrase asked without having been seen.
///
/// @param offTopic its whole row had been left out, so that nothing ought to be found
/// @param right the best row was its own
/// @param score the best row's
record Trial(boolean offTopic, boolean right, double score) {

  /// Asks a phrase of what has not seen it.
  static Trial of(Scorer scorer, Phrase phrase, boolean offTopic) {
    var scored = scorer.score(phrase.words(), Optional.of(phrase.language()), phrase.meaning());
    if (scored.isEmpty()) {
      return new Trial(offTopic, false, 0);
    }
    var best = scored.getFirst();
    return new Trial(offTopic, !offTopic && best.row() == phrase.row(), best.score());
  }
}
