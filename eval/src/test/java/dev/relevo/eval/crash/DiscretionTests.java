package dev.relevo.eval.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscretionTests {

  private static final Set<String> CONFIDENTIAL = Set.of("593900000012", "¿qué hay de \"precio\"?");

  private static final String GREETING =
      """
      Relevo rehearses its start, once; this takes about a minute.

        Relevo is ready.

          Web chat   http://localhost:8080/
      """;

  @TempDir Path folder;

  @Test
  void isKeptByLinesOfJsonThatTellNothing() throws IOException {
    var seen = in(GREETING + "{\"message\":\"started\"}\n{\"message\":\"a turn failed\"}\n");

    assertThat(seen.lines()).isEqualTo(2);
    assertThat(seen.kept()).isTrue();
  }

  @Test
  void isNotKeptByWhateverIsNoObject() throws IOException {
    for (var line :
        List.of("OpenJDK: a warning", "\tat dev.relevo.Some.where", "[]", "{} {}", "{\"me")) {
      assertThat(in("{\"message\":\"started\"}\n" + line).broken()).containsExactly(line);
    }
  }

  @Test
  void isNotKeptWhenSomethingConfidentialStandsAnywhereHoweverEscaped() throws IOException {
    for (var line :
        List.of(
            "{\"message\":\"sent to 593900000012\"}",
            "{\"error\":{\"stack_trace\":\"Key (593900000012) exists\"}}",
            "{\"by\":{\"593900000012\":[]}}",
            "{\"words\":[\"\\u00bfqu\\u00e9 hay de \\\"precio\\\"?\"]}",
            "to 593900000012")) {
      assertThat(in(line).telling()).containsExactly(line);
      assertThat(in(line).kept()).isFalse();
    }
  }

  @Test
  void isNotKeptByALogInWhichNothingStands() throws IOException {
    assertThat(in(GREETING).kept()).isFalse();
  }

  private Discretion in(String log) throws IOException {
    return Discretion.in(List.of(Files.writeString(folder.resolve("data.log"), log)), CONFIDENTIAL);
  }
}
