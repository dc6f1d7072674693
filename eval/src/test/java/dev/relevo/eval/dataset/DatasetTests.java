package dev.relevo.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTests {

  @TempDir Path folder;

  @Test
  void readsPhrasesAsRowsAndAnEmptyRowAsOffTopic() throws IOException {
    var matrix =
        file(
            "matrix.csv",
            "\uFEFFrow_id,question\nPAGO,¿Cómo pago?\nENVIO,el envío\nPAGO,\"tarjeta, crédito\"\n");
    var test = file("test.csv", "text,row_id\npuedo pagar,PAGO\nfútbol,\n");
    var dataset = Dataset.read(matrix, test);
    assertThat(dataset.matrix().rows())
        .extracting(row -> row.id().value())
        .containsExactly("PAGO", "ENVIO");
    assertThat(dataset.matrix().rows().getFirst().phrases())
        .containsExactly("¿Cómo pago?", "tarjeta, crédito");
    assertThat(dataset.matrix().rows().getFirst().language()).isEqualTo(Locale.of("es"));
    assertThat(dataset.cases().getFirst().row()).contains(new RowId("PAGO"));
    assertThat(dataset.cases().getLast().row()).isEmpty();
  }

  @Test
  void readsAnswersAsRowsWithoutQuestions() throws IOException {
    var matrix = file("matrix.csv", "row_id,answer\nA,The shop is open to the public.\n");
    var dataset = Dataset.read(matrix, file("test.csv", "text,row_id\nopen?,A\n"));
    var row = dataset.matrix().rows().getFirst();
    assertThat(row.question()).isEmpty();
    assertThat(row.answer()).isEqualTo("The shop is open to the public.");
    assertThat(row.language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void saysInOneSentenceWhatIsWrongWithAFile() throws IOException {
    var matrix = file("matrix.csv", "row_id,question\nA,hello\n");
    var test = file("test.csv", "text,row_id\nhello,A\n");
    var missing = folder.resolve("nowhere.csv");
    assertThatThrownBy(() -> Dataset.read(missing, test))
        .isInstanceOf(DatasetUnreadable.class)
        .hasMessage("There is no file " + missing + "; name an existing CSV file.");
    assertThatThrownBy(() -> Dataset.read(test, test))
        .hasMessageContaining(test + " has the columns text, row_id; it needs row_id and question");
    assertThatThrownBy(() -> Dataset.read(matrix, matrix))
        .hasMessageContaining("it needs text and row_id");
    var blank = file("blank.csv", "row_id,question\nA,hello\n ,hello\n");
    assertThatThrownBy(() -> Dataset.read(blank, test)).hasMessageContaining("blank.csv, line 3");
    var twice = file("twice.csv", "row_id,answer\nA,hello\nA,hello again\n");
    assertThatThrownBy(() -> Dataset.read(twice, test))
        .hasMessageContaining("second answer for row A");
    var latin = folder.resolve("latin.csv");
    Files.write(latin, "row_id,question\nA,año\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Dataset.read(latin, test)).hasMessageContaining("save it as UTF-8");
  }

  @Test
  void readsAMatrixAsTheConsoleImportsIt() throws IOException {
    var test = file("test.csv", "text,row_id\nhola,SAL-001\n");
    for (var format : MatrixFile.Format.values()) {
      var full = folder.resolve("full." + format.extension());
      var sample = SampleMatrix.load(Locale.of("es"));
      Files.write(full, MatrixFile.write(sample, format, Locale.of("es")));
      assertThat(Dataset.read(full, test).matrix()).isEqualTo(sample);
    }
    var wrong = file("wrong.csv", "color,size\nred,1\n");
    assertThatThrownBy(() -> Dataset.read(wrong, test))
        .isInstanceOf(DatasetUnreadable.class)
        .hasMessageStartingWith(wrong + ": ");
  }

  @Test
  void readsEverySetOfAFolderByName() throws IOException {
    for (var set : new String[] {"zeta", "alpha", "empty"}) {
      Files.createDirectory(folder.resolve(set));
    }
    for (var set : new String[] {"zeta", "alpha"}) {
      file(set + "/matrix.csv", "row_id,question\nA,hello\n");
      file(set + "/test.csv", "text,row_id\nhello,A\n");
    }
    assertThat(Dataset.readAll(folder)).extracting(Dataset::name).containsExactly("alpha", "zeta");
    assertThatThrownBy(() -> Dataset.readAll(folder.resolve("empty")))
        .hasMessageContaining("has no folder with matrix.csv and test.csv");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
