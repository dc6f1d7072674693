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

  private int run(String... arguments) {
    return Eval.run(new PrintWriter(out, true), new PrintWriter(complaints, true), arguments);
  }
}
