package dev.relevo.crm.conversation;

import java.util.List;

/// Where a bot's words came from; shown to agents, never to the customer.
///
/// @param decision `reply`, `offer`, `handoff`, `fallback`, …
/// @param row the row that was answered; empty text when none
/// @param version the matrix version
/// @param score of that row
/// @param threshold it had to reach
/// @param candidates other rows that came close, best first
/// @param reasons short remarks of the retriever
public record Grounds(
    String decision,
    String row,
    int version,
    double score,
    double threshold,
    List<Candidate> candidates,
    List<String> reasons) {

  public Grounds {
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }

  /// A row that came close.
  public record Candidate(String row, String question, double score) {}
}
