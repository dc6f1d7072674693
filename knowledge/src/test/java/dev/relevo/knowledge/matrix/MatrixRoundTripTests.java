package dev.relevo.knowledge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixRoundTripTests {

  @ParameterizedTest
  @EnumSource(MatrixFile.Format.class)
  void whatIsExportedIsImportedEqual(MatrixFile.Format format) {
    for (int seed = 0; seed < 120; seed++) {
      var matrix = new AnyMatrix(seed).matrix();
      var language = Locale.of(List.of("es", "en", "pt").get(seed % 3));

      var read = MatrixFile.read(MatrixFile.write(matrix, format, language), Locale.of("fr"));

      assertThat(read)
          .describedAs("seed %s: %s", seed, MatrixFileTests.sentences(read))
          .isInstanceOfSatisfying(
              MatrixImport.Imported.class,
              it -> {
                assertThat(it.matrix().rows()).isEqualTo(matrix.rows());
                assertThat(it.ignoredColumns()).isEmpty();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+593 2 600 1234",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "'=1",
        "''+1",
        "'hola",
        "|x",
        "%0"
      })
  void aCellThatLooksLikeAFormulaIsGuardedAndComesBack(String text) {
    var row = Row.answering(new RowId("A"), Locale.of("es"), text, List.of(text + "v"), text);
    var file = MatrixFile.write(new Matrix(List.of(row)), MatrixFile.Format.CSV, Locale.of("en"));

    for (var cell : new String(file, StandardCharsets.UTF_8).split(",", -1)) {
      assertThat(cell.replace("\"", ""))
          .doesNotStartWith("=")
          .doesNotStartWith("+")
          .doesNotStartWith("-")
          .doesNotStartWith("@")
          .doesNotStartWith("\t");
    }
    assertThat(MatrixFile.read(file, Locale.of("es")))
        .isInstanceOfSatisfying(
            MatrixImport.Imported.class, it -> assertThat(it.matrix().rows()).containsExactly(row));
  }

  @Test
  void rowsKeepTextAsAFileCanHoldIt() {
    var row =
        Row.answering(
            new RowId("A"),
            Locale.of("es"),
            "  hola\r\nqué tal \u0000",
            List.of(" uno\n dos ", " \u00A0"),
            "a\rb\u0007\uD800");

    assertThat(row.question()).isEqualTo("hola\nqué tal");
    assertThat(row.variants()).containsExactly("uno dos");
    assertThat(row.answer()).isEqualTo("a\nb");
  }
}
