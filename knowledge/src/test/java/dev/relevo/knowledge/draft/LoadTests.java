package dev.relevo.knowledge.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.draft.Edit.Step;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LoadTests {

  private final Row kept = row("A", "uno");
  private final Row old = row("B", "dos");
  private final Snapshot draft = new Snapshot(7, new Matrix(List.of(kept, old)));

  @Test
  void mergingChangesAddsAndLeavesTheRest() {
    var changed = row("A", "1");
    var added = row("C", "tres");
    assertThat(Load.MERGE.edit(draft, new Matrix(List.of(changed, added))).steps())
        .containsExactly(
            new Step.Put(changed, 7), new Step.Add(List.of(added), new Spot.Below(new RowId("A"))));
  }

  @Test
  void replacingMarksWhatIsNotThereAnyMore() {
    assertThat(Load.REPLACE.edit(draft, new Matrix(List.of(kept))).steps())
        .containsExactly(new Step.Mark(new RowId("B"), true, 7));
  }

  @Test
  void theSameMatrixIsNoEdit() {
    var same = new Matrix(List.of(kept.withState(RowState.PROGRAMMED), old));
    assertThat(Load.REPLACE.edit(draft, same).steps()).isEmpty();
  }

  @Test
  void aRowMarkedThereIsMarkedHere() {
    var leaving = new Matrix(List.of(kept, old.withState(RowState.TO_DELETE)));
    assertThat(Load.MERGE.edit(draft, leaving).steps())
        .containsExactly(new Step.Mark(new RowId("B"), true, 7));
  }

  private static Row row(String id, String answer) {
    return Row.answering(new RowId(id), Locale.of("es"), "q " + id, List.of(), answer);
  }
}
