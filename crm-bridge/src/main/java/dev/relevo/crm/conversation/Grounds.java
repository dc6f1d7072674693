package dev.relevo.crm.conversation;

import java.util.List;
import java.util.Optional;

/// Where a bot's words came from; shown to agents, never to the customer.
///
/// @param decision `reply`, `offer`, `clarify`, `handoff`, `fallback`, `abstain`, …
/// @param row the row that was answered; empty text when none
/// @param version the matrix version
/// @param score of that row
/// @param threshold it had to reach
/// @param candidates other rows that came close, best first
/// @param reasons short remarks of the retriever, and of who answered after it
/// @param citations what a model's words are grounded in; none in what was stored before models
///   answered
public record Grounds(
    String decision,
    String row,
    int version,
    double score,
    double threshold,
    List<Candidate> candidates,
    List<String> reasons,
    List<Citation> citations) {

  public Grounds {
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
    // Grounds stored before there were models have none.
    citations = citations == null ? List.of() : List.copyOf(citations);
  }

  /// No model was asked.
  public Grounds(
      String decision,
      String row,
      int version,
      double score,
      double threshold,
      List<Candidate> candidates,
      List<String> reasons) {
    this(decision, row, version, score, threshold, candidates, reasons, List.of());
  }

  /// A row that came close.
  public record Candidate(String row, String question, double score) {}

  /// A row or a passage that words are grounded in.
  ///
  /// @param source `r:` and a row's id, or `p:` and a passage's number
  /// @param link the page or file it stands in; empty text for a row
  public record Citation(String source, String title, String link) {

    /// The row's id; empty for a passage.
    public Optional<String> row() {
      return source.startsWith("r:") ? Optional.of(source.substring(2)) : Optional.empty();
    }
  }
}
