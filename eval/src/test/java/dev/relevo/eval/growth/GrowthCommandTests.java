package dev.relevo.eval.growth;

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

class GrowthCommandTests {

  @TempDir Path folder;
  private final StringWriter complaints = new StringWriter();

  @Test
  void wantsSizesThatRise() throws IOException {
    var jar = Files.writeString(folder.resolve("empty.jar"), "").toString();
    for (var option : List.of("--messages=10,5", "--rows=7,7", "--customers=0")) {
      assertThat(run("--jar", jar, option)).as(option).isEqualTo(2);
    }
    assertThat(complaints.toString())
        .startsWith("--messages and --rows must rise, and --customers be at least 1.");
  }

  @Test
  void wantsAnApplicationThatIsThere() {
    assertThat(run("--rows", "10")).isEqualTo(2);
    assertThat(run("--jar", folder.resolve("nowhere.jar").toString())).isEqualTo(2);
    assertThat(complaints.toString())
        .contains("'--jar=<jar>'", "nowhere.jar is not there: build it");
  }

  @Test
  void whatIsDearerThanAllowedIsSeenAnywhereInTheRow() {
    var first = new Cost(1_000, 100, 1, 1);
    var dearInPages = new Cost(10_000, 131, 1, 1);
    var dearInTime = new Cost(100_000, 100, 1, 1.7);

    assertThat(Cost.within(1.3, List.of(first, first), Cost::pages)).isTrue();
    assertThat(Cost.within(1.3, List.of(first, dearInPages, first), Cost::pages)).isFalse();
    assertThat(Cost.within(1.3, List.of(first, dearInPages), Cost::whole)).isTrue();
    assertThat(Cost.within(1.3, List.of(first, dearInTime), Cost::whole)).isFalse();
  }

  private int run(String... arguments) {
    return new CommandLine(new GrowthCommand(new PrintWriter(Writer.nullWriter())))
        .setErr(new PrintWriter(complaints, true))
        .execute(arguments);
  }
}
