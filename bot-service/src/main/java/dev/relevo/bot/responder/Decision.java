package dev.relevo.bot.responder;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.knowledge.retriever.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was decided, and what it was decided from.
///
/// @param retrieval which rows were found, with which scores and why; empty when nothing was looked
///   up
/// @param calls of models and agents that were made for it, in order
/// @param otherwise what to do when whoever the question was left to finds nothing; only with a
///   fallback
public record Decision(
    Outcome outcome, Optional<Retrieval> retrieval, List<Call> calls, Optional<Outcome> otherwise) {

  public Decision {
    calls = List.copyOf(calls);
  }

  /// A call on record.
  ///
  /// @param of who was asked
  /// @param number the call's, among those of that engine
  public record Call(Engine of, long number) {}

  /// Nothing is held back.
  public Decision(Outcome outcome, Optional<Retrieval> retrieval, List<Call> calls) {
    this(outcome, retrieval, calls, Optional.empty());
  }

  /// Nothing was looked up and nobody was asked.
  public static Decision of(Outcome outcome) {
    return new Decision(outcome, Optional.empty(), List.of());
  }

  /// Another outcome from the same rows.
  public Decision with(Outcome other, List<Call> more) {
    var all = new ArrayList<>(calls);
    all.addAll(more);
    return new Decision(other, retrieval, all, otherwise);
  }

  /// What was held back, when nobody found anything better; what was learnt meanwhile is kept.
  Decision settled() {
    return outcome instanceof Outcome.Fallback(_, var actions) && otherwise.isPresent()
        ? new Decision(otherwise.get().doing(actions), retrieval, calls)
        : this;
  }
}
