package dev.relevo.bot.responder.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwaspPageTests {

  private static final Path PAGE = Path.of("docs/owasp-llm.md");
  private static final List<Path> SOURCES =
      List.of(Path.of("src/test/java"), Path.of("../eval/src/test/java"));
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void everyTestThePageNamesIsThere() throws IOException {
    var named = TEST.matcher(Files.readString(PAGE)).results().toList();
    assertThat(named).hasSizeGreaterThan(20);
    for (var it : named) {
      assertThat(isTest(it)).as(it.group()).isTrue();
    }
  }

  @Test
  void everyRiskNamesATest() throws IOException {
    var rows = Files.readAllLines(PAGE).stream().filter(it -> it.startsWith("| LLM")).toList();
    assertThat(rows.stream().map(it -> it.substring(2, 7)).toList())
        .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj("LLM%02d"::formatted).toList());
    assertThat(rows).allSatisfy(it -> assertThat(TEST.matcher(it).find()).as(it).isTrue());
  }

  /// Tests lie in several modules, so they are looked up as they are written.
  private static boolean isTest(MatchResult named) throws IOException {
    var test =
        Pattern.compile(
            "@(Parameterized)?Test\\b((?!\\bvoid\\b).)*\\bvoid " + named.group(2) + "\\(",
            Pattern.DOTALL);
    for (var source : SOURCES) {
      try (var files = Files.walk(source)) {
        var found = files.filter(it -> it.endsWith(named.group(1) + ".java")).findFirst();
        if (found.isPresent()) {
          return test.matcher(Files.readString(found.get())).find();
        }
      }
    }
    return false;
  }
}
