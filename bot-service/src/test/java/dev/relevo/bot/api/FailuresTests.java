package dev.relevo.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;

class FailuresTests {

  private static final ClassFileImporter SHIPPED =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests());

  /// The exceptions that rooms the API uses show to others.
  static Stream<Class<? extends Exception>> exceptions() {
    return SHIPPED.importPackages(usedPackages()).stream()
        .filter(it -> it.isAssignableTo(RuntimeException.class))
        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
        .map(it -> it.reflect().asSubclass(Exception.class));
  }

  private static Set<String> usedPackages() {
    return SHIPPED.importPackages("dev.relevo.bot.api").stream()
        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
        .map(it -> it.getTargetClass().getPackageName())
        .filter(it -> it.startsWith("dev.relevo."))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void hasAnEntryForEveryExceptionOfARoomItUses(Class<? extends Exception> type) {
    assertThat(type == Refused.class || Failures.problem(type) != Problem.INTERNAL_ERROR)
        .as(type.getName())
        .isTrue();
  }

  @Test
  void tellsTroubleWithTheDatabaseFromFaultsOfOurOwn() {
    assertThat(Failures.problem(QueryTimeoutException.class))
        .isEqualTo(Problem.TEMPORARILY_UNAVAILABLE);
    assertThat(Failures.problem(IllegalStateException.class)).isEqualTo(Problem.INTERNAL_ERROR);
  }
}
