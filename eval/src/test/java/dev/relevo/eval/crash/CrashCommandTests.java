package dev.relevo.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CrashCommandTests {

  @TempDir Path folder;
  private final StringWriter complaints = new StringWriter();

  @Test
  void refusesATroubleThatIsNone() throws IOException {
    assertThat(run("--jar", jar(), "--only", "service,flood")).isEqualTo(2);
    assertThat(complaints.toString())
        .startsWith("--only service,flood names a trouble that is none of backend, connections,");
  }

  @Test
  void refusesNumbersThatPlayNothing() throws IOException {
    for (var option : new String[] {"--customers=0", "--minutes=0", "--kills=-1"}) {
      assertThat(run("--jar", jar(), option)).as(option).isEqualTo(2);
    }
  }

  @Test
  void wantsAnApplicationThatIsThere() {
    assertThat(run("--only", "service")).isEqualTo(2);
    assertThat(run("--jar", folder.resolve("nowhere.jar").toString())).isEqualTo(2);
    assertThat(complaints.toString())
        .contains("'--jar=<jar>'", "nowhere.jar is not there: build it");
  }

  private String jar() throws IOException {
    return Files.writeString(folder.resolve("empty.jar"), "").toString();
  }

  private int run(String... arguments) {
    return new CommandLine(new CrashCommand(new PrintWriter(Writer.nullWriter())))
        .setErr(new PrintWriter(complaints, true))
        .execute(arguments);
  }
}
