package dev.relevo.bot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.workspace.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTests {

  private static final Pattern HOLE = Pattern.compile("\\{[0-9]}");
  private static final List<String> ARGUMENTS = List.of("a", "b", "c");

  @ParameterizedTest
  @EnumSource
  void hasItsTextsInEveryLanguage(Problem problem) {
    for (var language : Language.values()) {
      assertThat(problem.title(language)).isNotBlank().doesNotContain("{");
      assertThat(problem.explanation(language)).endsWith(".").doesNotContain("{");
      assertThat(problem.detail(language, ARGUMENTS)).endsWith(".").doesNotContain("{");
    }
  }

  @ParameterizedTest
  @EnumSource
  void asksForTheSameArgumentsInEveryLanguage(Problem problem) {
    var spanish = holes(Language.ES, problem.slug() + ".detail");
    for (var language : Language.values()) {
      assertThat(holes(language, problem.slug() + ".detail")).isEqualTo(spanish);
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasALineInTheDocs(Problem problem) throws IOException {
    var line = "`%s` | %d".formatted(problem.slug(), problem.status().value());
    var docs =
        Files.readString(Path.of("docs/api.md")) + Files.readString(Path.of("docs/webchat.md"));
    assertThat(docs).contains(line);
  }

  @ParameterizedTest
  @EnumSource
  void namesEveryFaultInEveryLanguage(Fault.Kind kind) {
    for (var language : Language.values()) {
      assertThat(ProblemWords.in(language).of("fault." + kind.slug(), ARGUMENTS))
          .endsWith(".")
          .doesNotContain("{");
    }
  }

  @Test
  void hasNoTextThatNothingAsksFor() {
    var slugs = Arrays.stream(Problem.values()).map(Problem::slug).toList();
    var faults = Arrays.stream(Fault.Kind.values()).map(it -> "fault." + it.slug()).toList();
    for (var language : Language.values()) {
      for (var key : ProblemWords.in(language).texts().keySet()) {
        assertThat(slugs.contains(key.substring(0, key.lastIndexOf('.'))) || faults.contains(key))
            .as(key)
            .isTrue();
      }
    }
  }

  @Test
  void quotesWhatACallerSentAsItIsAndNotAtAnyLength() {
    var detail = Problem.ROW_UNKNOWN.detail(Language.EN, List.of("{0} $1 \\ <b>"));
    assertThat(detail).contains("{0} $1 \\ <b>");
    assertThat(Problem.ROW_UNKNOWN.detail(Language.EN, List.of("x".repeat(5_000))))
        .hasSizeLessThan(500);
  }

  private static Set<String> holes(Language language, String key) {
    var holes = new TreeSet<String>();
    var found = HOLE.matcher(ProblemWords.in(language).texts().getString(key));
    while (found.find()) {
      holes.add(found.group());
    }
    return holes;
  }
}
