package dev.relevo.crm.workspace;

/// How the knowledge matrix is looked after.
///
/// @param asksWhetherHelpful customers of the web chat are asked whether an answer helped
/// @param testsBlock a draft whose test questions fail is not published
public record Curation(boolean asksWhetherHelpful, boolean testsBlock) {

  /// Customers are asked; a failing test warns and does not block.
  public static final Curation DEFAULT = new Curation(true, false);
}
