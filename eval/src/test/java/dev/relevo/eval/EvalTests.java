package dev.relevo.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class EvalTests {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter complaints = new StringWriter();

  @Test
  void printsATableAndWritesTheNumbers() throws IOException {
    var matrix =
        Files.writeString(
            folder.resolve("matrix.csv"),
            """
            row_id,question
            PAGO,¿Cómo puedo pagar?
            PAGO,formas de pago
            PAGO,aceptan tarjeta
            ENVIO,¿Cuánto cuesta el envío?
            ENVIO,costo de envío
            ENVIO,precio de mandar el pedido
            """);
    var test =
        Files.writeString(
            folder.resolve("test.csv"),
            "text,row_id\nformas de pago,PAGO\ncosto de envio,ENVIO\nzzz xkcd,\n");
    var json = folder.resolve("out.json");
    assertThat(run("retrieval", "--matrix", "" + matrix, "--test", "" + test, "--json", "" + json))
        .isZero();
    assertThat(out.toString()).contains("acc@1", "1.000");
    var numbers = JsonMapper.builder().build().readTree(Files.readString(json));
    assertThat(numbers.get("accuracy").asDouble()).isEqualTo(1.0);
    assertThat(numbers.get("joint").asDouble()).isEqualTo(1.0);
    assertThat(numbers.get("cases").asInt()).isEqualTo(3);
    assertThat(numbers.get("latencyMicros").get("p99").asDouble()).isPositive();
  }

  @Test
  void complainsInOneSentenceWithTheCodeTwo() {
    assertThat(run("retrieval")).isEqualTo(2);
    assertThat(run("retrieval", "--matrix", "nowhere.csv", "--test", "nowhere.csv")).isEqualTo(2);
    assertThat(run("retrieval", "--nonsense")).isEqualTo(2);
    assertThat(complaints.toString().lines())
        .containsExactly(
            "Name a --matrix and a --test file for each set, or a folder of sets with --data.",
            "There is no file nowhere.csv; name an existing CSV file.",
            "Unknown option: '--nonsense'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void writesAPageAndTheReadmesTable() throws IOException {
    var page = folder.resolve("out.html");
    var readme =
        Files.writeString(
            folder.resolve("README.md"),
            "before\n<!-- retrieval none -->\nold\n<!-- /retrieval none -->\nafter\n");
    assertThat(
            run("retrieval", "--data", "" + shop(), "--html", "" + page, "--markdown", "" + readme))
        .isZero();
    assertThat(Files.readString(page)).contains("<td>shop</td>", "offTopicRecall");
    assertThat(Files.readString(readme))
        .startsWith("before\n<!-- retrieval none -->\n| set |")
        .contains("| shop | none | 1.000")
        .endsWith("|\n<!-- /retrieval none -->\nafter\n")
        .doesNotContain("old");
  }

  @Test
  void tellsADropBelowTheIntervalByItsExitCode() throws IOException {
    var before = folder.resolve("before.json");
    run("retrieval", "--data", "" + shop(), "--json", "" + before);
    var worse =
        Files.writeString(
            folder.resolve("worse.json"),
            Files.readString(before).replace("\"mrr\" : 1.0", "\"mrr\" : 0.9"));
    assertThat(run("compare", "" + before, "" + before)).isZero();
    assertThat(run("compare", "" + worse, "" + before)).isZero();
    assertThat(run("compare", "" + before, "" + worse)).isEqualTo(1);
    assertThat(out.toString()).contains("Dropped: shop mrr 1.000 → 0.900");
    assertThat(run("compare", "" + before, "" + folder.resolve("shop/matrix.csv"))).isEqualTo(2);
  }

  @Test
  void disturbsQuestionsAndSaysWhatItCosts() throws IOException {
    assertThat(run("robustness", "--data", "" + shop())).isZero();
    assertThat(out.toString()).containsPattern("capitals +1\\.000  \\+0\\.0 points");
  }

  @Test
  void measuresGeneratedRows() {
    assertThat(run("scale", "--rows", "20,40")).isZero();
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString()).containsPattern("    40 +120 +\\d+\\.\\d+ ");
  }

  /// A folder of one set.
  private Path shop() throws IOException {
    var shop = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(
        shop.resolve("matrix.csv"),
        """
        row_id,question
        PAGO,¿Cómo puedo pagar?
        PAGO,formas de pago
        PAGO,aceptan tarjeta
        ENVIO,¿Cuánto cuesta el envío?
        ENVIO,costo de envío
        ENVIO,precio de mandar el pedido
        """);
    Files.writeString(
        shop.resolve("test.csv"),
        "text,row_id\nformas de pago,PAGO\ncosto de envio,ENVIO\nzzz xkcd,\n");
    return folder;
  }

  private int run(String... arguments) {
    return Eval.run(new PrintWriter(out, true), new PrintWriter(complaints, true), arguments);
  }
}
