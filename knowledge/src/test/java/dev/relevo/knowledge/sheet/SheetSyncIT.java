package dev.relevo.knowledge.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Rounds between a sheet and a draft, on a clock that is set by hand. A round takes what is due of
/// any workspace.
@ResourceLock("sheets")
class SheetSyncIT {

  private static final Locale SPANISH = Locale.of("es");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Editor ANA = new Editor(1, "Ana");
  private static final String KEY = GoogleStandIn.key();
  private static final List<String> HEADER = List.of("ID", "Pregunta", "Respuesta");

  private final GoogleStandIn google = new GoogleStandIn();
  private final long workspace = KnowledgeDatabase.newWorkspace();
  private final Ticking clock = new Ticking();
  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(KnowledgeDatabase.dataSource());
  private final Matrices matrices = new Matrices(KnowledgeDatabase.dataSource(), transactions);
  private final Drafts drafts =
      new Drafts(KnowledgeDatabase.dataSource(), transactions, matrices, clock);
  private final Sheets sheets =
      new Sheets(KnowledgeDatabase.dataSource(), new Reversed(), google.google(), clock);
  private final SheetSync sync = sync(sheets);

  /// Stands still until it is told to go on.
  private static final class Ticking extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private SheetSync sync(Sheets through) {
    return new SheetSync(KnowledgeDatabase.dataSource(), through, drafts, _ -> SPANISH, clock);
  }

  @BeforeEach
  void connect() {
    var published =
        new Matrix(List.of(row("ENV", "¿Envían?", "Sí."), row("HOR", "¿Horario?", "De 9 a 18.")));
    matrices.publish(workspace, published, "Ana", "", clock.instant());
    assertThat(
            sheets.connect(workspace, KEY, GoogleStandIn.SPREADSHEET, GoogleStandIn.SHEET, "Ana"))
        .isInstanceOf(Connection.Made.class);
    google.asked().clear();
  }

  @AfterEach
  void close() {
    sheets.disconnect(workspace);
    google.close();
  }

  @Test
  void theFirstRoundFillsAnEmptySheetInTheColourOfWhatIsProgrammed() {
    assertThat(round()).isTrue();

    assertThat(google.lines()).isEqualTo(3);
    assertThat(google.cell(1, 0).colour).isEqualTo("C6EFCE");
    var standing = standing();
    assertThat(standing.pulledAt()).contains(clock.instant());
    assertThat(standing.pushedAt()).contains(clock.instant());
    assertThat(standing.fault()).isEmpty();
    assertThat(standing.due()).isEqualTo(clock.instant().plus(MINUTE));
    assertThat(standing.rounds())
        .singleElement()
        .satisfies(it -> assertThat(it.cells()).isPositive());
    assertThat(round()).isFalse();
  }

  @Test
  void whatTheSheetChangesBecomesAnEditOfTheDraftAndComesBackInYellow() {
    google.holding(
        List.of(
            HEADER, List.of("ENV", "¿Envían?", "Sí."), List.of("HOR", "¿Horario?", "De 9 a 18.")));
    round();
    google.cell(1, 2).text = "Sí, gratis.";
    google.cell(3, 1).text = "¿Hacen facturas?";

    nextRound();

    var changed = drafts.row(workspace, new RowId("ENV")).orElseThrow();
    assertThat(changed.row().answer()).isEqualTo("Sí, gratis.");
    assertThat(changed.by()).isEqualTo("Google Sheets");
    assertThat(google.cell(1, 0).colour).isEqualTo("FFEB9C");
    assertThat(google.cell(3, 0).colour).isEqualTo("BDD7EE");
    assertThat(google.cell(3, 0).text).isNotEmpty();
    var told = standing().rounds().getFirst();
    assertThat(told.changed()).isEqualTo(1);
    assertThat(told.added()).isEqualTo(1);
  }

  @Test
  void aRowThatTheSheetRemovesIsMarkedAndNotBroughtBack() {
    google.holding(
        List.of(
            HEADER, List.of("ENV", "¿Envían?", "Sí."), List.of("HOR", "¿Horario?", "De 9 a 18.")));
    round();
    google.remove(2);

    nextRound();
    nextRound();

    assertThat(drafts.overview(workspace).changes()).isEqualTo(1);
    assertThat(google.lines()).isEqualTo(2);
    assertThat(standing().rounds().getFirst().removed()).isEqualTo(1);
  }

  @Test
  void aConflictStaysListedUntilItIsSettled() {
    google.holding(List.of(HEADER, List.of("ENV", "¿Envían?", "Sí.")));
    round();
    google.cell(1, 2).text = "De ellos";
    change("ENV", "De nosotros");

    nextRound();
    nextRound();
    assertThat(standing().conflicts())
        .containsExactly(
            new Pulled.Conflict(new RowId("ENV"), "Respuesta", "De nosotros", "De ellos"));
    assertThat(google.cell(1, 2).note).contains("De ellos");

    sheets.settle(workspace);
    nextRound();
    assertThat(standing().conflicts()).isEmpty();
    assertThat(google.cell(1, 2).note).isEmpty();
  }

  @Test
  void failuresAreSaidAndTriedLessAndLessOftenUntilSomebodyAsks() {
    round();
    google.fails(403, "The caller does not have permission");

    nextRound();
    assertThat(standing().fault()).map(Sentence::key).contains("sheet.forbidden");
    assertThat(standing().due()).isEqualTo(clock.instant().plus(MINUTE));
    nextRound();
    assertThat(standing().due()).isEqualTo(clock.instant().plus(MINUTE.multipliedBy(2)));

    google.fails(0, "");
    sync.soon(workspace);
    assertThat(round()).isTrue();
    assertThat(standing().fault()).isEmpty();
  }

  @Test
  void anUnsoundSheetTakesNothingAndItsMistakesAreListed() {
    google.holding(
        List.of(HEADER, List.of("A", "¿Envían?", "Sí."), List.of("A", "¿Horario?", "No.")));

    round();

    assertThat(standing().fault()).map(Sentence::key).contains("sheet.unsound");
    assertThat(standing().problems().getFirst().in(SPANISH)).contains("Matriz");
    assertThat(drafts.overview(workspace).changes()).isZero();
  }

  /// Two replicas ask at the same moment, again and again: Google is read once for each round.
  @Test
  void ofTwoReplicasOneMakesTheRound() throws Exception {
    round();
    var other = sync(sheets);
    google.asked().clear();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int at = 0; at < 20; at++) {
        clock.now = clock.now.plus(MINUTE);
        var start = new CountDownLatch(1);
        var one =
            threads.submit(() -> {
              start.await();
              return sync.syncNext(MINUTE);
            });
        var two =
            threads.submit(() -> {
              start.await();
              return other.syncNext(MINUTE);
            });
        start.countDown();
        assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
      }
    }
    assertThat(google.asked()).hasSize(20);
  }

  @Test
  void aReplicaThatDiedInARoundHoldsItUpForTenMinutes() {
    var turns = new TurnTable(KnowledgeDatabase.dataSource());
    assertThat(turns.claim(clock.instant(), clock.instant().plus(Duration.ofMinutes(10))))
        .isPresent();

    assertThat(round()).isFalse();
    assertThat(standing().underWay()).isTrue();
    clock.now = clock.now.plus(Duration.ofMinutes(10));
    assertThat(round()).isTrue();
  }

  private boolean round() {
    return sync.syncNext(MINUTE);
  }

  private void nextRound() {
    clock.now = standing().due();
    assertThat(round()).isTrue();
  }

  private Standing standing() {
    return sync.standing(workspace).orElseThrow();
  }

  private void change(String id, String answer) {
    var row = drafts.row(workspace, new RowId(id)).orElseThrow();
    var changed = row(id, row.row().question(), answer);
    assertThat(drafts.apply(workspace, ANA, Edit.of(new Edit.Step.Put(changed, row.revision()))))
        .isInstanceOf(Edited.Done.class);
  }

  private static Row row(String id, String question, String answer) {
    return Row.answering(new RowId(id), SPANISH, question, List.of(), answer);
  }
}
