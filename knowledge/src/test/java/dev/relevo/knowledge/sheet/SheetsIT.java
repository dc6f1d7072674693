package dev.relevo.knowledge.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixCells;
import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock("sheets")
class SheetsIT {

  private static final Locale SPANISH = Locale.of("es");
  private static final long WORKSPACE = KnowledgeDatabase.newWorkspace();
  private static final DataSource DATABASE = KnowledgeDatabase.dataSource();
  private static final String KEY = GoogleStandIn.key();

  private static final List<String> HEADER =
      List.of("Respuesta", "Comentario interno", "Pregunta", "ID");

  private final GoogleStandIn google = new GoogleStandIn();
  private final Sheets sheets =
      new Sheets(
          DATABASE,
          new Reversed(),
          google.google(),
          Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

  @BeforeEach
  void connect() {
    sheets.disconnect(WORKSPACE);
    assertThat(connection(GoogleStandIn.SPREADSHEET, GoogleStandIn.SHEET))
        .isInstanceOf(Connection.Made.class);
    google.asked().clear();
  }

  @AfterEach
  void close() {
    sheets.disconnect(WORKSPACE);
    google.close();
  }

  @Test
  void anEmptySheetIsFilledWithOurRowsInTheirColours() {
    var ours =
        new Matrix(
            List.of(
                row("A", "¿Envían?", "=Sí").withState(RowState.PROGRAMMED),
                row("B", "¿Horario?", "").withState(RowState.NEW_QUESTION)));

    synced(ours);

    var header = google.texts(0);
    assertThat(header).startsWith("ID", "Idioma");
    assertThat(google.cell(1, header.indexOf("Respuesta")).text).isEqualTo("=Sí");
    assertThat(google.cell(2, header.indexOf("Pregunta principal")).text).isEqualTo("¿Horario?");
    assertThat(google.cell(1, 0).colour).isEqualTo("C6EFCE");
    assertThat(google.cell(2, 0).colour).isEqualTo("BDD7EE");
    assertThat(google.asked())
        .containsExactly(
            "GET " + GoogleStandIn.SPREADSHEET,
            "POST values:batchUpdate",
            "POST " + GoogleStandIn.SPREADSHEET + ":batchUpdate");
  }

  @Test
  void theirChangesComeOverAndOursGoBackIntoTheirColumns() {
    google.holding(
        List.of(
            HEADER,
            List.of("Sí, a todo el país.", "ojo", "¿Envían?", "A"),
            List.of("De 9 a 18.", "", "¿Horario?", "B")));
    var agreed = synced(new Matrix(List.of()));
    assertThat(agreed.rows()).extracting(it -> it.id().value()).containsExactly("A", "B");

    google.cell(1, 0).text = "Sí, gratis.";
    var ours = with(agreed, row("B", "¿Horario?", "De 10 a 19."));
    google.asked().clear();
    var after = synced(ours);

    assertThat(after.row(new RowId("A")).orElseThrow().answer()).isEqualTo("Sí, gratis.");
    assertThat(google.texts(1)).startsWith("Sí, gratis.", "ojo", "¿Envían?", "A");
    assertThat(google.texts(2)).startsWith("De 10 a 19.", "", "¿Horario?", "B");
  }

  @Test
  void aCellThatBothChangedStaysOursAndCarriesANoteUntilItIsSettled() {
    google.holding(List.of(HEADER, List.of("Uno", "", "¿Envían?", "A")));
    var agreed = synced(new Matrix(List.of()));

    google.cell(1, 0).text = "De ellos";
    var ours = with(agreed, row("A", "¿Envían?", "De nosotros"));
    var ready = ready(ours);

    assertThat(ready.conflicts())
        .containsExactly(
            new Pulled.Conflict(new RowId("A"), "Respuesta", "De nosotros", "De ellos"));
    assertThat(ready.changed()).isEmpty();
    push(ready, ours);
    assertThat(google.cell(1, 0).text).isEqualTo("De nosotros");
    assertThat(google.cell(1, 0).note).startsWith("Relevo: ").contains("De ellos");

    synced(ours);
    assertThat(google.cell(1, 0).note).contains("De ellos");
    assertThat(sheets.conflicts(WORKSPACE, SPANISH)).hasSize(1);

    synced(with(ours, row("A", "¿Envían?", "De todos")));
    assertThat(google.cell(1, 0).note).isEmpty();
    assertThat(sheets.conflicts(WORKSPACE, SPANISH)).isEmpty();
  }

  @Test
  void rowsWithoutAnIdGetOneAndRowsRemovedOnEitherSideAreGoneOnBoth() {
    google.holding(
        List.of(
            List.of("Pregunta", "Respuesta"),
            List.of("¿Envían?", "Sí."),
            List.of("¿Horario?", "De 9 a 18."),
            List.of("¿Garantía?", "Un año.")));
    var agreed = synced(new Matrix(List.of()));
    assertThat(agreed.rows()).hasSize(3);
    assertThat(google.texts(0)).contains("ID");
    assertThat(google.cell(1, google.texts(0).indexOf("ID")).text)
        .isEqualTo(agreed.rows().getFirst().id().value());

    google.cell(1, 0).text = "";
    google.cell(1, 1).text = "";
    google.cell(1, google.texts(0).indexOf("ID")).text = "";
    var ours =
        new Matrix(
            agreed.rows().stream().filter(it -> !it.question().equals("¿Horario?")).toList());
    var after = synced(ours);

    assertThat(after.rows()).extracting(Row::question).containsExactly("¿Garantía?");
    assertThat(google.lines()).isEqualTo(2);
  }

  @Test
  void whenNothingChangedNothingIsWritten() {
    google.holding(List.of(HEADER, List.of("Sí.", "", "¿Envían?", "A")));
    var agreed = synced(new Matrix(List.of()));
    google.asked().clear();

    assertThat(synced(agreed)).isEqualTo(agreed);

    assertThat(google.asked()).containsExactly("GET " + GoogleStandIn.SPREADSHEET);
  }

  @Test
  void manyNewRowsMakeTheSheetGrow() {
    var rows = new ArrayList<Row>();
    for (int at = 0; at < 50; at++) {
      rows.add(row("F" + at, "¿Pregunta " + at + "?", "Respuesta " + at));
    }
    synced(new Matrix(rows));
    assertThat(google.lines()).isEqualTo(51);
  }

  @Test
  void anUnsoundSheetChangesNothingAndItsFaultsAreNamedByRowAndColumn() {
    google.holding(
        List.of(HEADER, List.of("Sí.", "", "¿Envían?", "A"), List.of("No.", "", "¿Horario?", "A")));

    assertThat(sheets.pull(WORKSPACE, new Matrix(List.of()), SPANISH))
        .isInstanceOfSatisfying(
            Pulled.Unsound.class,
            it ->
                assertThat(it.problems())
                    .extracting(MatrixImport.Rejected::problems)
                    .satisfies(problems ->
                        assertThat(problems.getFirst().in(SPANISH)).contains("Matriz", "fila 3")));
  }

  /// Neither side is held up by what somebody has not finished.
  @Test
  void whatIsMerelyUnfinishedGoesOverAsItIs() {
    google.holding(
        List.of(
            HEADER,
            List.of("Sí.", "", "¿Envían?", "A"),
            List.of("No.", "", "¿Envían?", "B"),
            List.of("", "", "¿Horario?", ""),
            List.of("todavía sin pregunta", "", "", "")));
    var ours = new Matrix(List.of(row("C", "", "Sin pregunta"), row("D", "¿Envían?", "")));

    var after = synced(ours);

    assertThat(after.rows()).hasSize(5);
    assertThat(google.texts(4)).containsExactly("todavía sin pregunta");
    assertThat(synced(after)).isEqualTo(after);
  }

  @Test
  void aMatrixWithMoreRowsThanASheetIsFetchedWithStaysAway() {
    var rows = new ArrayList<Row>();
    for (int at = 0; at <= MatrixCells.MOST_ROWS; at++) {
      rows.add(row("F" + at, "¿Pregunta " + at + "?", "Respuesta " + at));
    }
    assertThat(sheets.pull(WORKSPACE, new Matrix(rows), SPANISH))
        .isInstanceOfSatisfying(
            Pulled.Refused.class,
            it -> assertThat(it.why().in(SPANISH)).contains("hasta 20000 filas"));
  }

  @Test
  void aSheetThatWasEmptiedDeletesNothing() {
    google.holding(List.of(HEADER, List.of("Sí.", "", "¿Envían?", "A")));
    var agreed = synced(new Matrix(List.of()));

    google.holding(List.of());

    assertThat(refusal(sheets.pull(WORKSPACE, agreed, SPANISH))).isEqualTo("sheet.emptied");
  }

  @Test
  void whatGoogleRefusesIsSaidInOneSentence() {
    google.fails(429, "Quota exceeded");
    assertThat(sheets.pull(WORKSPACE, new Matrix(List.of()), SPANISH))
        .isInstanceOfSatisfying(
            Pulled.Refused.class,
            it -> {
              assertThat(it.why().key()).isEqualTo("sheet.busy");
              assertThat(it.retryAfter()).contains(Duration.ofSeconds(17));
            });
    google.fails(403, "The caller does not have permission");
    assertThat(sheets.pull(WORKSPACE, new Matrix(List.of()), SPANISH))
        .isInstanceOfSatisfying(
            Pulled.Refused.class,
            it -> assertThat(it.why().in(SPANISH)).contains(GoogleStandIn.ACCOUNT));
    google.fails(500, "Internal");
    assertThat(refusal(sheets.pull(WORKSPACE, new Matrix(List.of()), SPANISH)))
        .isEqualTo("sheet.down");
    google.fails(0, "");
    assertThat(key(connection("otra-hoja-1234567890", "Matriz"))).isEqualTo("sheet.unknown");
    assertThat(key(connection(GoogleStandIn.SPREADSHEET, "Otra"))).isEqualTo("sheet.no-sheet");
    assertThat(key(sheets.connect(WORKSPACE, "{}", GoogleStandIn.SPREADSHEET, "Matriz", "ana")))
        .isEqualTo("sheet.key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/spreadsheets/d/1234567890",
        "https://docs.google.com.evil.example/spreadsheets/d/1234567890",
        "https://docs.google.com@evil.example/spreadsheets/d/1234567890",
        "https://docs.google.com:6379/spreadsheets/d/1234567890",
        "https://docs.google.com/spreadsheets/d/../../../1234567890",
        "http://169.254.169.254/spreadsheets/d/1234567890",
        "1234567890?key=x",
      })
  void anAddressThatLeadsElsewhereIsRefusedAndNobodyIsAsked(String address) {
    assertThat(key(connection(address, "Matriz"))).isEqualTo("sheet.address");
    assertThat(google.asked()).isEmpty();
  }

  @Test
  void theKeyDoesNotLieOpenInTheDatabase() throws SQLException {
    try (var connection = DATABASE.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT sealed_key FROM knowledge.sheet WHERE workspace_id = " + WORKSPACE)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).doesNotContain("PRIVATE KEY");
    }
  }

  /// One round: what the sheet changed goes into our rows, and our rows go back.
  private Matrix synced(Matrix ours) {
    var ready = ready(ours);
    var rows = new ArrayList<Row>();
    for (var row : ours.rows()) {
      if (!ready.removed().contains(row.id())) {
        rows.add(
            ready.changed().stream()
                .filter(it -> it.id().equals(row.id()))
                .findFirst()
                .orElse(row));
      }
    }
    ready.changed().stream().filter(it -> ours.row(it.id()).isEmpty()).forEach(rows::add);
    var after = new Matrix(rows);
    push(ready, after);
    return after;
  }

  private Pulled.Ready ready(Matrix ours) {
    return switch (sheets.pull(WORKSPACE, ours, SPANISH)) {
      case Pulled.Ready ready -> ready;
      case Pulled.Unsound(var problems) -> throw new AssertionError(problems);
      case Pulled.Refused(var why, _) -> throw new AssertionError(why);
    };
  }

  private void push(Pulled.Ready ready, Matrix ours) {
    assertThat(sheets.push(WORKSPACE, ready.seen(), ours, SPANISH)).isInstanceOf(Pushed.Done.class);
  }

  private Connection connection(String spreadsheet, String sheet) {
    return sheets.connect(WORKSPACE, KEY, spreadsheet, sheet, "ana");
  }

  private static String key(Connection connection) {
    return switch (connection) {
      case Connection.Made(var link) -> "made: " + link;
      case Connection.Refused(var why) -> why.key();
    };
  }

  private static String refusal(Pulled pulled) {
    return pulled instanceof Pulled.Refused(var why, _) ? why.key() : pulled.toString();
  }

  private static Matrix with(Matrix matrix, Row changed) {
    return new Matrix(
        matrix.rows().stream().map(it -> it.id().equals(changed.id()) ? changed : it).toList());
  }

  private static Row row(String id, String question, String answer) {
    return Row.answering(new RowId(id), SPANISH, question, List.of(), answer);
  }
}
