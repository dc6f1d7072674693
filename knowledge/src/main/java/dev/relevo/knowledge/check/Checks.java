package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Looks through a whole draft before it is published. Takes as long as training a retriever on it,
/// and fetches the heads of its attachments.
public final class Checks {

  private final Function<Matrix, Retriever> training;
  private final Reachability reachability;

  /// @param training gives a retriever of these rows, which others may use as well
  public Checks(Function<Matrix, Retriever> training, Reachability reachability) {
    this.training = training;
    this.reachability = reachability;
  }

  /// Everything to put right or to think about. Rows that leave are not looked at.
  public Report of(Matrix draft, Expectations expectations) {
    var findings = new ArrayList<Finding>();
    var staying = draft.rows().stream().filter(row -> row.state() != RowState.TO_DELETE).toList();
    staying.forEach(row -> findings.addAll(new RowChecks(draft).of(row)));
    findings.addAll(SharedPhrases.in(staying));
    findings.addAll(Attachments.in(staying, reachability));
    findings.addAll(NearRows.in(answered(staying)));
    findings.addAll(asked(answered(staying), expectations));
    // A stable order: what blocks comes first, rows as they stand in the matrix.
    findings.sort(Comparator.comparing(finding -> !finding.isError()));
    return new Report(findings);
  }

  private List<Finding> asked(List<Row> answered, Expectations expectations) {
    var retriever = training.apply(new Matrix(answered));
    var findings = new ArrayList<>(OwnWords.in(answered, retriever));
    findings.addAll(expectations.unmet(retriever));
    return findings;
  }

  private static List<Row> answered(List<Row> rows) {
    return rows.stream().filter(Row::isAnswerable).toList();
  }
}
