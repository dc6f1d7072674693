package dev.relevo.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.modulith.ApplicationModule;

class FailuresTests {

  /// The exceptions that rooms the API may use show to others.
  static Stream<Class<? extends Exception>> exceptions() {
    return Arrays.stream(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.relevo")
                    .stream()
                    .filter(it -> it.isAssignableTo(RuntimeException.class))
                    .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(FailuresTests::isOfARoomTheApiUses)
                    .map(JavaClass::reflect)
                    .toArray(Class<?>[]::new))
        .map(it -> it.asSubclass(Exception.class));
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

  private static boolean isOfARoomTheApiUses(JavaClass type) {
    var used =
        Failures.class.getPackage().getAnnotation(ApplicationModule.class).allowedDependencies();
    var name = type.getPackageName();
    return Arrays.asList(used).contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
