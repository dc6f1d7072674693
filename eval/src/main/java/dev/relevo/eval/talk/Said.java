package dev.relevo.eval.talk;

import dev.relevo.eval.dataset.Dialogue;
import dev.relevo.eval.dataset.Dialogue.Customer;
import dev.relevo.eval.dataset.Dialogue.Expected;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// One thing a customer of a dialogue said, and what came of it.
///
/// @param captured whether the fields hold what they must
/// @param byTheMatrix whether the matrix alone, without what was said before, answers it with a row
/// @param calls of a model that were made for it
public record Said(
    Dialogue dialogue, Customer turn, Came came, boolean captured, boolean byTheMatrix, int calls) {

  private static final Set<Expected> ANSWERS = EnumSet.of(Expected.ROW, Expected.GROUNDED);

  /// Whether it is what was expected.
  public boolean right() {
    var expected = turn.expect();
    if (expected.contains(Expected.CAPTURED) && captured) {
      return true;
    }
    boolean row =
        turn.rows().isEmpty()
            || came.kind() == Expected.CLARIFIED
            || came.kind() == Expected.ABSTAINED
            || !Collections.disjoint(turn.rows(), came.rows());
    return expected.contains(came.kind()) && row;
  }

  /// Whether a row was expected to be answered, by its words or by a model's.
  public boolean wantsRow() {
    return !Collections.disjoint(turn.expect(), ANSWERS) && !turn.rows().isEmpty();
  }

  /// Whether it was answered, rightly or not.
  public boolean answered() {
    return ANSWERS.contains(came.kind());
  }

  /// Whether it was answered from none of the rows that answer it: the worst that can happen.
  public boolean wronglyAnswered() {
    return answered() && !right() && Collections.disjoint(turn.rows(), came.rows());
  }

  /// Whether the right row is on offer.
  public boolean rightlyOffered() {
    return came.kind() == Expected.OFFERED && !Collections.disjoint(turn.rows(), came.rows());
  }
}
