package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SecurityPageTests {

  private static final Path PAGE = Path.of("../.github/SECURITY.md");

  @Test
  void everyTestThePageNamesIsThere() throws IOException {
    var named = NamedTest.in(Files.readString(PAGE));
    assertThat(named).hasSizeGreaterThan(40);
    for (var it : named) {
      assertThat(it.isThere()).as(it.toString()).isTrue();
    }
  }

  @Test
  void everyPromiseNamesATest() throws IOException {
    var promises = Files.readAllLines(PAGE).stream().filter(it -> it.startsWith("| **")).toList();
    assertThat(promises).hasSizeGreaterThan(12);
    assertThat(promises).allSatisfy(it -> assertThat(NamedTest.in(it)).as(it).isNotEmpty());
  }
}
