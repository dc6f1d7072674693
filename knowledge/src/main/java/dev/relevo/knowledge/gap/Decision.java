package dev.relevo.knowledge.gap;

/// What a turn decided about a question.
public enum Decision {
  /// A row was answered.
  ANSWER,
  /// Close rows were offered.
  OFFER,
  /// Nothing fitted, and the fallback was said.
  FALLBACK,
  /// A person was to take over.
  HANDOFF
}
