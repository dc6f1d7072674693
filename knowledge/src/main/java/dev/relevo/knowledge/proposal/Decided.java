package dev.relevo.knowledge.proposal;

/// What became of a decision on a proposal.
public sealed interface Decided {

  /// It is decided; the stage says how far the proposal has come.
  record Done(Proposal proposal) implements Decided {}

  /// Somebody was quicker, or there is no such proposal.
  record Late() implements Decided {}

  /// Whoever proposed it may not approve it.
  record OwnProposal() implements Decided {}
}
