package dev.relevo.eval.dataset;

import dev.relevo.eval.dataset.Dialogue.Customer;
import dev.relevo.eval.dataset.Dialogue.Expected;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Dialogues on the shipped sample matrices.
public record DialogueSet(List<Dialogue> dialogues) {

  private static final String FILE = "dialogues.json";
  private static final Set<Expected> NEED_ROWS = Set.of(Expected.ROW, Expected.OFFERED);

  public DialogueSet {
    dialogues = List.copyOf(dialogues);
    var ids = new HashSet<String>();
    var samples = new HashMap<Locale, Matrix>();
    for (var dialogue : dialogues) {
      demand(ids.add(dialogue.id()), dialogue, "has an id that another one has");
      check(dialogue, samples.computeIfAbsent(dialogue.language(), SampleMatrix::load));
    }
  }

  /// The dialogues that come with Relevo.
  public static DialogueSet shipped() {
    return Shipped.read(FILE, DialogueSet.class);
  }

  private static void check(Dialogue dialogue, Matrix matrix) {
    demand(
        matrix.rows().getFirst().language().equals(dialogue.language()),
        dialogue,
        "is in a language that has no sample");
    boolean first = true;
    for (var turn : dialogue.turns()) {
      if (turn instanceof Customer said) {
        var place = "«" + said.text() + "»";
        for (var row : said.rows()) {
          demand(matrix.row(row).isPresent(), dialogue, place + " expects no row: " + row);
        }
        demand(!said.expect().isEmpty(), dialogue, place + " expects nothing");
        demand(
            Collections.disjoint(said.expect(), NEED_ROWS) || !said.rows().isEmpty(),
            dialogue,
            place + " names no row");
        demand(
            said.expect().contains(Expected.CAPTURED) == !said.captures().isEmpty(),
            dialogue,
            place + " names no field, or one that is not expected");
        demand(!(first && said.followUp()), dialogue, place + " follows nothing");
      }
      first = false;
    }
  }

  private static void demand(boolean holds, Dialogue dialogue, String fault) {
    if (!holds) {
      throw new DatasetUnreadable(
          "%s: dialogue %s: %s; correct it.".formatted(FILE, dialogue.id(), fault));
    }
  }
}
