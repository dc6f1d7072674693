package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// So many rows that each gets a machine of its own.
class LargeMatrixTests {

  private static final int ROWS = 600;

  private static final List<String> SYLLABLES =
      List.of("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru");

  private static final List<String> MATTERS =
      List.of("precio", "garantía", "envío", "repuestos", "devolución", "color", "manual");

  private static final Training TRAINING = new Training(Settings.USUAL);
  private static final Matrix MATRIX = matrix();
  private static final TrainedRetriever RETRIEVER = TRAINING.train(MATRIX);

  @Test
  void aRowIsFoundInOtherWords() {
    long right =
        IntStream.range(0, ROWS)
            .filter(it ->
                first(RETRIEVER, "quisiera saber el " + matter(it) + " de " + name(it))
                    .equals("R" + it))
            .count();
    assertThat(right).isGreaterThan(ROWS * 9L / 10);
  }

  @Test
  void whatItDoesNotKnowIsLeftAlone() {
    assertThat(RETRIEVER.retrieve(Query.of("quién ganó el partido de fútbol anoche")))
        .isInstanceOf(Retrieval.Nothing.class);
  }

  @Test
  void itsThresholdIsToldFromASampleThatWasForgotten() {
    var trials = RETRIEVER.calibration().trials();
    assertThat(trials.stream().filter(Trial::offTopic)).hasSize(ROWS / 8);
    assertThat(trials.stream().filter(it -> !it.offTopic())).hasSize(ROWS / 8);
    assertThat(RETRIEVER.calibration().discernment()).isGreaterThan(1.3);
    assertThat(RETRIEVER.calibration().curve(0.25)).isNotEmpty();
  }

  @Test
  void aChangedRowIsFoundByItsNewWordsAndTheOthersByTheirOwn() {
    var rows = new ArrayList<>(MATRIX.rows());
    rows.set(100, row(100, "¿Abren los domingos y feriados?", "horario del domingo"));
    var changed = RETRIEVER.with(new Matrix(rows));
    assertThat(first(changed, "abren el domingo")).isEqualTo("R100");
    assertThat(first(changed, MATRIX.rows().get(101).question())).isEqualTo("R101");
    assertThat(first(RETRIEVER, MATRIX.rows().get(100).question())).isEqualTo("R100");
    assertThat(RETRIEVER.changes(new Matrix(rows))).isEqualTo(1);
    assertThat(RETRIEVER.changes(MATRIX)).isZero();
  }

  @Test
  void rowsThatAreAskedForAsBeforeNeedNoLearning() {
    var rows = new ArrayList<>(MATRIX.rows());
    rows.set(100, rows.get(100).withNotes("revisado"));
    var changed = RETRIEVER.with(new Matrix(rows));
    var found = (Retrieval.Found) changed.retrieve(Query.of(rows.get(100).question()));
    assertThat(found.hit().row()).isEqualTo(rows.get(100));
  }

  @Test
  void itDecidesTheSameAfterItWasStoredAndRead() throws IOException {
    var model = new ByteArrayOutputStream();
    RETRIEVER.write(model);
    var read = TRAINING.read(MATRIX, new ByteArrayInputStream(model.toByteArray()));
    for (var asked : List.of("precio bacexadi", "el manual de rulaxafo", "quién ganó", "hola")) {
      assertThat(read.retrieve(Query.of(asked))).isEqualTo(RETRIEVER.retrieve(Query.of(asked)));
    }
  }

  private static String first(TrainedRetriever retriever, String asked) {
    return switch (retriever.retrieve(Query.of(asked))) {
      case Retrieval.Found(var hit, _) -> hit.row().id().value();
      case Retrieval.Several(var hits, _) -> hits.getFirst().row().id().value();
      case Retrieval.Nothing _ -> "";
    };
  }

  private static Matrix matrix() {
    return new Matrix(
        IntStream.range(0, ROWS)
            .mapToObj(it ->
                row(
                    it,
                    "¿Cuál es el " + matter(it) + " del modelo " + name(it) + "?",
                    matter(it) + " para " + name(it)))
            .toList());
  }

  private static String matter(int row) {
    return MATTERS.get(row % MATTERS.size());
  }

  /// A made-up name of its own.
  private static String name(int row) {
    return SYLLABLES.get(row % 10) + SYLLABLES.get(row / 10 % 10) + "xa" + SYLLABLES.get(row / 100);
  }

  private static Row row(int number, String question, String variant) {
    return Row.answering(
        new RowId("R" + number), Locale.of("es"), question, List.of(variant), "Sí.");
  }
}
