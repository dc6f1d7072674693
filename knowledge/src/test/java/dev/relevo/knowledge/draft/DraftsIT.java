package dev.relevo.knowledge.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.draft.Edit.Step;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.matrix.RowText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class DraftsIT {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Editor ANA = new Editor(1, "Ana");
  private static final Editor LUIS = new Editor(2, "Luis");

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(KnowledgeDatabase.dataSource());
  private final Matrices matrices = new Matrices(KnowledgeDatabase.dataSource(), transactions);
  private final Drafts drafts =
      new Drafts(
          KnowledgeDatabase.dataSource(),
          transactions,
          matrices,
          Clock.fixed(NOON, ZoneOffset.UTC));
  private final long workspace = KnowledgeDatabase.newWorkspace();

  @BeforeEach
  void publish() {
    publish(
        row("ENV", "¿Cuánto cuesta el envío?", "2 USD"),
        row("HOR", "¿A qué hora abren?", "A las 9"));
  }

  @Test
  void beginsAsThePublishedVersion() {
    assertThat(drafts.overview(workspace).published()).isEqualTo(1);
    assertThat(states()).containsExactly("ENV PROGRAMMED", "HOR PROGRAMMED");
    assertThat(drafts.overview(workspace).changes()).isZero();
  }

  @Test
  void statesFollowFromWhatHappens() {
    add("NEW", "¿Hacen facturas?", "Sí", new Spot.Bottom());
    add("ASKED", "¿Tienen parqueo?", "", new Spot.Below(id("ENV")));
    change(ANA, "ENV", "3 USD");
    mark("HOR", true);

    assertThat(states())
        .containsExactly("ENV CHANGE_REQUESTED", "ASKED NEW_QUESTION", "HOR TO_DELETE", "NEW NEW");

    change(ANA, "ENV", "2 USD");
    change(ANA, "ASKED", "Sí, gratis");
    mark("HOR", false);
    assertThat(states())
        .containsExactly("ENV PROGRAMMED", "ASKED NEW", "HOR PROGRAMMED", "NEW NEW");
  }

  @Test
  void whoeverEditsIsKeptWithTheTimeAndWhatChanged() {
    change(ANA, "ENV", "3 USD");
    change(LUIS, "ENV", "4 USD");

    assertThat(drafts.row(workspace, id("ENV")))
        .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo("Luis"));
    assertThat(drafts.history(workspace, id("ENV")))
        .extracting(
            PastEdit::by,
            it -> it.before().orElseThrow().answer(),
            it -> it.after().orElseThrow().answer())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Luis", "3 USD", "4 USD"),
            org.assertj.core.groups.Tuple.tuple("Ana", "2 USD", "3 USD"));
    assertThat(drafts.history(workspace, id("ENV")).getFirst().at()).isEqualTo(NOON);
  }

  @Test
  void aStaleEditOverwritesNothingAndCarriesBothSides() {
    var seen = found("ENV");
    change(LUIS, "ENV", "5 USD");

    var edited =
        drafts.apply(
            workspace, ANA, Edit.of(new Step.Put(answered(seen.row(), "9 USD"), seen.revision())));

    assertThat(edited)
        .isInstanceOfSatisfying(
            Edited.Conflict.class,
            it -> {
              var clash = it.clashes().getFirst();
              assertThat(clash.theirs().orElseThrow().row().answer()).isEqualTo("5 USD");
              assertThat(clash.theirs().orElseThrow().by()).isEqualTo("Luis");
              assertThat(clash.yours().orElseThrow().answer()).isEqualTo("9 USD");
            });
    assertThat(found("ENV").row().answer()).isEqualTo("5 USD");
  }

  @Test
  void ofManyEditorsWhoSawTheSameOnlyOneGetsThrough() throws Exception {
    var seen = found("ENV");
    var edits = new ArrayList<Callable<Edited>>();
    for (int number = 1; number <= 8; number++) {
      var editor = new Editor(number, "E" + number);
      var row = answered(seen.row(), "1" + number + " USD");
      edits.add(() -> drafts.apply(workspace, editor, Edit.of(new Step.Put(row, seen.revision()))));
    }
    var outcomes = new ArrayList<Edited>();
    try (var people = Executors.newFixedThreadPool(8)) {
      for (var done : people.invokeAll(edits)) {
        outcomes.add(done.get());
      }
    }
    assertThat(outcomes).filteredOn(Edited.Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Edited.Conflict.class::isInstance).hasSize(7);
  }

  @Test
  void aBlockIsPastedWhollyOrNotAtAllAndUndoneAsOne() {
    var env = found("ENV");
    var hor = found("HOR");
    var block =
        Edit.of(
            new Step.Put(answered(env.row(), "uno"), env.revision()),
            new Step.Put(answered(hor.row(), "dos"), hor.revision()),
            new Step.Add(
                List.of(row("A", "a", "tres"), row("B", "b", "cuatro")), new Spot.Bottom()));

    assertThat(drafts.apply(workspace, ANA, block)).isInstanceOf(Edited.Done.class);
    assertThat(answers()).containsExactly("uno", "dos", "tres", "cuatro");

    assertThat(drafts.undo(workspace, ANA)).isInstanceOf(Edited.Done.class);
    assertThat(answers()).containsExactly("2 USD", "A las 9");
    assertThat(drafts.redo(workspace, ANA)).isInstanceOf(Edited.Done.class);
    assertThat(answers()).containsExactly("uno", "dos", "tres", "cuatro");

    var stale =
        Edit.of(
            new Step.Add(List.of(row("C", "c", "cinco")), new Spot.Top()),
            new Step.Put(answered(env.row(), "no"), env.revision()));
    assertThat(drafts.apply(workspace, ANA, stale)).isInstanceOf(Edited.Conflict.class);
    assertThat(answers()).containsExactly("uno", "dos", "tres", "cuatro");
  }

  @Test
  void aMoveTouchesOneRowHoweverOftenItGoesToTheSamePlace() {
    add("X", "x", "x", new Spot.Bottom());
    for (int turn = 0; turn < 60; turn++) {
      var moved = turn % 2 == 0 ? "X" : "HOR";
      var edited =
          drafts.apply(
              workspace, ANA, Edit.of(new Step.Move(id(moved), new Spot.Below(id("ENV")))));
      assertThat(edited)
          .isInstanceOfSatisfying(Edited.Done.class, it -> assertThat(it.rows()).hasSize(1));
      assertThat(ids()).first().isEqualTo("ENV");
      assertThat(ids().get(1)).isEqualTo(moved);
    }
    drafts.apply(workspace, ANA, Edit.of(new Step.Move(id("X"), new Spot.Top())));
    assertThat(ids()).containsExactly("X", "ENV", "HOR");
    drafts.undo(workspace, ANA);
    assertThat(ids()).containsExactly("ENV", "HOR", "X");
  }

  @Test
  void aMoveDoesNotMakeAnotherEditorsTextStale() {
    var seen = found("HOR");
    drafts.apply(workspace, LUIS, Edit.of(new Step.Move(id("HOR"), new Spot.Top())));
    var put = Edit.of(new Step.Put(answered(seen.row(), "A las 8"), seen.revision()));
    assertThat(drafts.apply(workspace, ANA, put)).isInstanceOf(Edited.Done.class);
  }

  @Test
  void everybodyUndoesTheirOwnAndNotWhatOthersBuiltUpon() {
    change(ANA, "ENV", "3 USD");
    change(LUIS, "HOR", "A las 8");
    assertThat(drafts.undo(workspace, ANA)).isInstanceOf(Edited.Done.class);
    assertThat(answers()).containsExactly("2 USD", "A las 8");

    change(ANA, "ENV", "4 USD");
    change(ANA, "HOR", "A las 7");
    change(LUIS, "HOR", "A las 6");
    assertThat(drafts.undo(workspace, ANA)).isInstanceOf(Edited.Conflict.class);
    assertThat(answers()).containsExactly("4 USD", "A las 6");
    assertThat(drafts.undo(workspace, ANA)).isInstanceOf(Edited.Done.class);
    assertThat(answers()).containsExactly("2 USD", "A las 6");
    assertThat(drafts.undo(workspace, ANA)).isInstanceOf(Edited.Unchanged.class);
  }

  @Test
  void aNewEditEndsWhatCouldBeRedone() {
    change(ANA, "ENV", "3 USD");
    drafts.undo(workspace, ANA);
    change(ANA, "HOR", "A las 8");
    assertThat(drafts.redo(workspace, ANA)).isInstanceOf(Edited.Unchanged.class);
  }

  @Test
  void refusesAnIdThatIsTakenAndARowThatIsNotThere() {
    assertThat(
            drafts.apply(
                workspace,
                ANA,
                Edit.of(new Step.Add(List.of(row("ENV", "q", "a")), new Spot.Top()))))
        .isEqualTo(new Edited.Refused(Edited.Reason.ID_TAKEN, id("ENV")));
    assertThat(
            drafts.apply(
                workspace, ANA, Edit.of(new Step.Move(id("ENV"), new Spot.Below(id("NADA"))))))
        .isEqualTo(new Edited.Refused(Edited.Reason.ROW_UNKNOWN, id("NADA")));
    assertThat(drafts.apply(workspace, ANA, Edit.of(new Step.Put(row("NADA", "q", "a"), 9))))
        .isEqualTo(new Edited.Refused(Edited.Reason.ROW_UNKNOWN, id("NADA")));
  }

  @Test
  void aNewVersionMakesRowsGreenAndTakesOutTheRedOnes() {
    add("NEW", "¿Hacen facturas?", "Sí", new Spot.Bottom());
    mark("HOR", true);
    matrices.publish(workspace, drafts.snapshot(workspace).matrix(), "ana", "", NOON);

    assertThat(states()).containsExactly("ENV PROGRAMMED", "NEW PROGRAMMED");
    assertThat(drafts.undo(workspace, ANA))
        .as("what left is not brought back")
        .isInstanceOf(Edited.Conflict.class);
  }

  @Test
  void findsRowsByStateCategoryLanguageAndBeginningsOfWords() {
    add("ENV-2", "¿Envían a Galápagos?", "Sí, por avión", new Spot.Bottom());
    write("ENV-2", Map.of(Column.CATEGORY, "Envíos", Column.LANGUAGE, "pt-BR"));

    assertThat(
            filtered(
                new Filter("galap ENVI", Optional.empty(), Optional.empty(), Optional.empty())))
        .containsExactly("ENV-2");
    assertThat(
            filtered(
                new Filter("env-2 avión", Optional.empty(), Optional.empty(), Optional.empty())))
        .containsExactly("ENV-2");
    assertThat(
            filtered(
                new Filter(
                    "", Optional.of("Envíos"), Optional.of("pt"), Optional.of(RowState.NEW))))
        .containsExactly("ENV-2");
    assertThat(
            filtered(
                new Filter("' & | ! :* \\", Optional.empty(), Optional.empty(), Optional.empty())))
        .as("signs are no query")
        .hasSize(3);
    assertThat(drafts.overview(workspace).categories()).containsExactly("Envíos");
    assertThat(drafts.overview(workspace).languages()).containsExactly("es", "pt");
  }

  @Test
  void pagesFollowEachOther() {
    var rows =
        Stream.iterate(0, it -> it + 1).limit(25).map(it -> row("R" + it, "q" + it, "a")).toList();
    drafts.apply(workspace, ANA, Edit.of(new Step.Add(rows, new Spot.Below(id("ENV")))));
    var all = new ArrayList<String>();
    var page = drafts.page(workspace, Filter.NONE, Optional.empty(), 10);
    while (true) {
      page.rows().forEach(it -> all.add(it.row().id().value()));
      if (!page.more()) {
        break;
      }
      page = drafts.page(workspace, Filter.NONE, Optional.of(page.rows().getLast().row().id()), 10);
    }
    assertThat(all).isEqualTo(ids()).hasSize(27).endsWith("R24", "HOR");
  }

  @Test
  void freeIdsFollowTheirNeighbours() {
    add("ENV-003", "q", "a", new Spot.Bottom());
    add("ENV-010", "q", "a", new Spot.Bottom());
    assertThat(drafts.freeIds(workspace, "ENV-003", 2))
        .containsExactly(id("ENV-011"), id("ENV-012"));
    assertThat(drafts.freeIds(workspace, "F-", 1)).containsExactly(id("F-1"));
  }

  private void publish(Row... rows) {
    matrices.publish(workspace, new Matrix(List.of(rows)), "ana", "", NOON);
  }

  private void add(String id, String question, String answer, Spot spot) {
    assertThat(
            drafts.apply(
                workspace, ANA, Edit.of(new Step.Add(List.of(row(id, question, answer)), spot))))
        .isInstanceOf(Edited.Done.class);
  }

  private void change(Editor editor, String id, String answer) {
    var seen = found(id);
    assertThat(
            drafts.apply(
                workspace,
                editor,
                Edit.of(new Step.Put(answered(seen.row(), answer), seen.revision()))))
        .isInstanceOf(Edited.Done.class);
  }

  private void write(String id, Map<Column, String> texts) {
    var seen = found(id);
    assertThat(RowText.with(seen.row(), texts, Map.of()))
        .isInstanceOfSatisfying(
            RowText.Reading.Read.class,
            it -> drafts.apply(workspace, ANA, Edit.of(new Step.Put(it.row(), seen.revision()))));
  }

  private void mark(String id, boolean leaves) {
    assertThat(
            drafts.apply(
                workspace, ANA, Edit.of(new Step.Mark(id(id), leaves, found(id).revision()))))
        .isInstanceOf(Edited.Done.class);
  }

  private DraftRow found(String id) {
    return drafts.row(workspace, id(id)).orElseThrow();
  }

  private List<String> filtered(Filter filter) {
    var rows = drafts.page(workspace, filter, Optional.empty(), 100).rows();
    assertThat(drafts.count(workspace, filter)).isEqualTo(rows.size());
    return rows.stream().map(it -> it.row().id().value()).toList();
  }

  private List<String> states() {
    return drafts.page(workspace, Filter.NONE, Optional.empty(), 100).rows().stream()
        .map(it -> it.row().id() + " " + it.row().state())
        .toList();
  }

  private List<String> ids() {
    return drafts.snapshot(workspace).matrix().rows().stream().map(it -> it.id().value()).toList();
  }

  private List<String> answers() {
    return drafts.snapshot(workspace).matrix().rows().stream().map(Row::answer).toList();
  }

  private static Row answered(Row row, String answer) {
    return Row.answering(row.id(), row.language(), row.question(), row.variants(), answer);
  }

  private static Row row(String id, String question, String answer) {
    return Row.answering(id(id), Locale.of("es"), question, List.of(), answer);
  }

  private static RowId id(String id) {
    return new RowId(id);
  }
}
