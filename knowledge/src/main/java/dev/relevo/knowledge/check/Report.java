package dev.relevo.knowledge.check;

import java.util.List;

/// What was found in a matrix.
///
/// @param findings errors first, then in the matrix's order
public record Report(List<Finding> findings) {

  public Report {
    findings = List.copyOf(findings);
  }

  /// How many keep the matrix from being published.
  public int errors() {
    return (int) findings.stream().filter(Finding::isError).count();
  }

  /// How many do not.
  public int warnings() {
    return findings.size() - errors();
  }
}
