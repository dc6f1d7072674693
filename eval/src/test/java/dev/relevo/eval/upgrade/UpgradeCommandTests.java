package dev.relevo.eval.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UpgradeCommandTests {

  @TempDir Path folder;
  private final StringWriter complaints = new StringWriter();

  @Test
  void wantsBothVersions() throws IOException {
    assertThat(run("--from", jar())).isEqualTo(2);
    assertThat(run("--from", jar(), "--to", folder.resolve("new.jar").toString())).isEqualTo(2);
    assertThat(complaints.toString()).contains("'--to=<to>'", "new.jar is not there: build it");
  }

  @Test
  void refusesNumbersThatPlayNothing() throws IOException {
    for (var option : List.of("--customers=0", "--questions=21", "--rate=0")) {
      assertThat(run("--from", jar(), "--to", jar(), option)).as(option).isEqualTo(2);
    }
    assertThat(complaints.toString())
        .startsWith("--customers is at least 1, --questions 1 to 20, --rate more than 0.");
  }

  private String jar() throws IOException {
    return Files.writeString(folder.resolve("empty.jar"), "").toString();
  }

  private int run(String... arguments) {
    return new CommandLine(new UpgradeCommand(new PrintWriter(Writer.nullWriter())))
        .setErr(new PrintWriter(complaints, true))
        .execute(arguments);
  }
}
