package dev.relevo.knowledge.retriever;

import java.util.List;

/// Why the retriever decided as it did, for people who curate the matrix.
///
/// @param normalized the query as it was looked up
/// @param threshold the score a row had to reach
/// @param candidates the best rows, best first, at most ten, whatever was decided
/// @param reasons one short remark a line, in the order they were made: `exact phrase`, `matched:
///   costo, envio`, …
public record Explanation(
    String normalized, double threshold, List<Hit> candidates, List<String> reasons) {

  public Explanation {
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }
}
