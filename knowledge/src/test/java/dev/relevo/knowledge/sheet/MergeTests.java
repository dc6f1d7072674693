package dev.relevo.knowledge.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.matrix.MatrixCells;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergeTests {

  private static final int SEEDS = 2_000;

  @Test
  void whatOneSideAloneChangedIsTaken() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var base = grid(random);
      var changed = changed(base, random);

      var theirsOnly = Merge.of(base, base, changed);
      var oursOnly = Merge.of(base, changed, base);

      assertThat(theirsOnly.conflicts()).as("seed %s", seed).isEmpty();
      assertThat(cells(theirsOnly.grid())).as("seed %s", seed).isEqualTo(cells(changed));
      assertThat(oursOnly.conflicts()).as("seed %s", seed).isEmpty();
      assertThat(cells(oursOnly.grid())).as("seed %s", seed).isEqualTo(cells(changed));
    }
  }

  @Test
  void whatBothSidesChangedAlikeIsNoConflict() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var base = grid(random);
      var changed = changed(base, random);

      var merge = Merge.of(base, changed, changed);

      assertThat(merge.conflicts()).as("seed %s", seed).isEmpty();
      assertThat(cells(merge.grid())).as("seed %s", seed).isEqualTo(cells(changed));
    }
  }

  /// Cell by cell, told anew from the definition.
  @Test
  void everyCellIsTheChangedSidesAndOursWhereBothChangedIt() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var base = grid(random);
      var ours = changed(base, random);
      var theirs = changed(base, random);

      var merge = Merge.of(base, ours, theirs);

      var conflicts = new HashMap<String, Merge.Conflict>();
      merge.conflicts().forEach(it -> conflicts.put(it.row() + "/" + it.column(), it));
      for (var id : merge.grid().rows().keySet()) {
        if (ours.has(id) && theirs.has(id)) {
          for (var column : new String[] {"A", "B", "C"}) {
            var was = base.row(id).getOrDefault(column, "");
            var our = ours.row(id).getOrDefault(column, "");
            var their = theirs.row(id).getOrDefault(column, "");
            var bothChanged = !our.equals(was) && !their.equals(was) && !our.equals(their);
            assertThat(conflicts.containsKey(id + "/" + column))
                .as("seed %s, %s/%s", seed, id, column)
                .isEqualTo(bothChanged);
            assertThat(merge.grid().row(id).getOrDefault(column, ""))
                .as("seed %s, %s/%s", seed, id, column)
                .isEqualTo(our.equals(was) ? their : our);
          }
        }
      }
    }
  }

  @Test
  void oncePutTogetherThereIsNothingMoreToDo() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var base = grid(random);
      var merged = Merge.of(base, changed(base, random), changed(base, random)).grid();

      var again = Merge.of(merged, merged, merged);

      assertThat(again.conflicts()).as("seed %s", seed).isEmpty();
      assertThat(cells(again.grid())).as("seed %s", seed).isEqualTo(cells(merged));
    }
  }

  @Test
  void aRowThatOneSideRemovedIsGoneUnlessTheOtherChangedIt() {
    var base = new Grid(Map.of("uno", Map.of("A", "x"), "dos", Map.of("A", "x")));
    var ours = new Grid(Map.of());
    var theirs = new Grid(Map.of("uno", Map.of("A", "x"), "dos", Map.of("A", "y")));

    var merge = Merge.of(base, ours, theirs);

    assertThat(merge.grid().rows()).containsOnlyKeys("dos");
    assertThat(merge.conflicts()).containsExactly(new Merge.Conflict("dos", "", "", "dos"));
  }

  @Test
  void theStateIsOursWhereverBothKnowTheRow() {
    var base = new Grid(Map.of("uno", Map.of(MatrixCells.STATE, "Nuevo")));
    var ours = new Grid(Map.of("uno", Map.of(MatrixCells.STATE, "Programado")));
    var theirs = new Grid(Map.of("uno", Map.of(MatrixCells.STATE, "Eliminar")));

    var merge = Merge.of(base, ours, theirs);

    assertThat(merge.conflicts()).isEmpty();
    assertThat(merge.grid().row("uno")).containsEntry(MatrixCells.STATE, "Programado");
  }

  private static Grid grid(Random random) {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    for (int row = random.nextInt(6); row > 0; row--) {
      rows.put("fila " + row, row(random));
    }
    return new Grid(rows);
  }

  private static Map<String, String> row(Random random) {
    var cells = new LinkedHashMap<String, String>();
    for (var column : new String[] {"A", "B", "C"}) {
      cells.put(column, "v" + random.nextInt(4));
    }
    return cells;
  }

  private static Grid changed(Grid base, Random random) {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    base.rows()
        .forEach((id, cells) -> {
          var copy = new LinkedHashMap<>(cells);
          if (random.nextInt(3) == 0) {
            copy.put("ABC".substring(random.nextInt(3)).substring(0, 1), "v" + random.nextInt(4));
          }
          if (random.nextInt(6) > 0) {
            rows.put(id, copy);
          }
        });
    if (random.nextInt(3) == 0) {
      rows.put("nueva " + random.nextInt(3), row(random));
    }
    return new Grid(rows);
  }

  private static Map<String, Map<String, String>> cells(Grid grid) {
    return new HashMap<>(grid.rows());
  }
}
