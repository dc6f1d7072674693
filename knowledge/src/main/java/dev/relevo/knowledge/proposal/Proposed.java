package dev.relevo.knowledge.proposal;

/// What became of a wish to publish.
public sealed interface Proposed {

  /// It waits for approval, or for its time, or is published; the stage says which.
  record Accepted(Proposal proposal) implements Proposed {}

  /// The checks found errors.
  record Blocked(int errors) implements Proposed {}

  /// The draft was edited since it was checked.
  ///
  /// @param revision the draft's now
  record Moved(long revision) implements Proposed {}

  /// Another proposal is still open.
  record Occupied(Proposal open) implements Proposed {}

  /// The draft has no row to answer with.
  record NoAnswers() implements Proposed {}
}
