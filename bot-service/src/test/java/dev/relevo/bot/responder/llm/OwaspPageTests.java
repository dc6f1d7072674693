package dev.relevo.bot.responder.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

class OwaspPageTests {

  private static final Path PAGE = Path.of("docs/owasp-llm.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void everyTestThePageNamesIsThere() throws IOException {
    var named = TEST.matcher(Files.readString(PAGE)).results().toList();
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named.stream().filter(it -> !isTest(it)).map(MatchResult::group)).isEmpty();
  }

  @Test
  void everyRiskNamesATest() throws IOException {
    var rows = Files.readAllLines(PAGE).stream().filter(it -> it.startsWith("| LLM")).toList();
    assertThat(rows.stream().map(it -> it.substring(2, 7)).toList())
        .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj("LLM%02d"::formatted).toList());
    assertThat(rows).allSatisfy(it -> assertThat(TEST.matcher(it).find()).as(it).isTrue());
  }

  private static boolean isTest(MatchResult named) {
    return methods(named.group(1)).stream()
        .filter(it -> it.getName().equals(named.group(2)))
        .anyMatch(it -> AnnotationSupport.isAnnotated(it, Testable.class));
  }

  private static List<Method> methods(String test) {
    try {
      var named = Class.forName(OwaspPageTests.class.getPackageName() + "." + test);
      return Arrays.asList(named.getDeclaredMethods());
    } catch (ClassNotFoundException gone) {
      return List.of();
    }
  }
}
