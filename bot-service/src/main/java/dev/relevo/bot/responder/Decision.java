package dev.relevo.bot.responder;

import dev.relevo.knowledge.retriever.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was decided, and what it was decided from.
///
/// @param retrieval which rows were found, with which scores and why; empty when nothing was looked
///   up
/// @param calls numbers of the model's calls that were made for it, in order
/// @param otherwise what to do when whoever the question was left to finds nothing; only with a
///   fallback
public record Decision(
    Outcome outcome, Optional<Retrieval> retrieval, List<Long> calls, Optional<Outcome> otherwise) {

  public Decision {
    calls = List.copyOf(calls);
  }

  /// Nothing is held back.
  public Decision(Outcome outcome, Optional<Retrieval> retrieval, List<Long> calls) {
    this(outcome, retrieval, calls, Optional.empty());
  }

  /// Nothing was looked up and nobody was asked.
  public static Decision of(Outcome outcome) {
    return new Decision(outcome, Optional.empty(), List.of());
  }

  /// Another outcome from the same rows.
  public Decision with(Outcome other, List<Long> more) {
    var all = new ArrayList<>(calls);
    all.addAll(more);
    return new Decision(other, retrieval, all, otherwise);
  }

  /// What was held back, when nobody found anything better.
  Decision settled() {
    return outcome instanceof Outcome.Fallback && otherwise.isPresent()
        ? new Decision(otherwise.get(), retrieval, calls)
        : this;
  }
}
