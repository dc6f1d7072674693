package dev.relevo.bot.review;

import dev.relevo.knowledge.check.Expectations;
import dev.relevo.knowledge.check.Finding;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.replay.Lead;
import dev.relevo.knowledge.replay.RowTests;
import dev.relevo.knowledge.retriever.Retriever;
import java.util.List;
import java.util.Optional;

/// The editors' test questions: each must lead to its row, or to none.
///
/// @param block whether one that fails keeps the draft from being published
record TestQuestions(List<RowTests.Test> tests, boolean block) implements Expectations {

  @Override
  public List<Finding> unmet(Retriever draft) {
    return RowTests.failing(tests, draft).stream().map(this::finding).toList();
  }

  private Finding finding(RowTests.Failed failed) {
    var kind = block ? Finding.Kind.TEST_FAILED : Finding.Kind.TEST_OFF;
    var instead = led(failed.led());
    var wanted = Optional.of(failed.test().row()).filter(it -> !it.isEmpty()).map(RowId::new);
    return new Finding(
        kind,
        wanted.or(() -> instead).orElseThrow(),
        wanted.flatMap(_ -> instead),
        List.of(failed.test().question()),
        Optional.empty());
  }

  private static Optional<RowId> led(Lead lead) {
    return lead.rows().stream().findFirst().map(RowId::new);
  }
}
