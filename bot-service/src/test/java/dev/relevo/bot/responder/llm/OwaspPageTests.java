package dev.relevo.bot.responder.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.NamedTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwaspPageTests {

  private static final Path PAGE = Path.of("docs/owasp-llm.md");

  @Test
  void everyTestThePageNamesIsThere() throws IOException {
    var named = NamedTest.in(Files.readString(PAGE));
    assertThat(named).hasSizeGreaterThan(20);
    for (var it : named) {
      assertThat(it.isThere()).as(it.toString()).isTrue();
    }
  }

  @Test
  void everyRiskNamesATest() throws IOException {
    var rows = Files.readAllLines(PAGE).stream().filter(it -> it.startsWith("| LLM")).toList();
    assertThat(rows.stream().map(it -> it.substring(2, 7)).toList())
        .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj("LLM%02d"::formatted).toList());
    assertThat(rows).allSatisfy(it -> assertThat(NamedTest.in(it)).as(it).isNotEmpty());
  }
}
