package dev.relevo.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;

@Beside
class HouseRulesTests {

  /// Neither this module's tests nor those that come in other modules' test-jars.
  static final class ShippedCode implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  private static final JavaClasses SHIPPED =
      new ClassFileImporter().withImportOption(new ShippedCode()).importPackages("dev.relevo");

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.relevo.(**)").should().beFreeOfCycles().check(SHIPPED);
  }

  @Test
  void namesSayWhatItIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Base|Common)")
        .check(SHIPPED);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(SHIPPED);
  }

  @Test
  void onlyRepositoriesSpeakSql() {
    noClasses()
        .that(DescribedPredicate.not(inARepository()))
        .and()
        // These two hand others what they speak through.
        .doNotHaveFullyQualifiedName("dev.relevo.bot.access.Sessions")
        .and()
        .doNotHaveFullyQualifiedName("dev.relevo.bot.database.DatabaseBeans")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.jdbc..")
        .check(SHIPPED);
  }

  /// Nothing would open it: there are no proxies.
  @Test
  void transactionsAreOpenedInSoManyWords() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.transaction.annotation..", "jakarta.transaction..")
        .check(SHIPPED);
  }

  @Test
  void timeIsHandedIn() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(SHIPPED);
  }

  @Test
  void casesOfSealedTypesHoldNoNulls() {
    classes()
        .that()
        .areRecords()
        .and(areCasesOfASealedType())
        .should(haveNoNullableComponents())
        .allowEmptyShould(true)
        .check(SHIPPED);
  }

  private static DescribedPredicate<JavaClass> inARepository() {
    return DescribedPredicate.describe(
        "in a repository",
        type ->
            type.isAnnotatedWith(Repository.class)
                || type.getEnclosingClass().filter(inARepository()).isPresent());
  }

  private static DescribedPredicate<JavaClass> areCasesOfASealedType() {
    return DescribedPredicate.describe(
        "are cases of a sealed type",
        // Only ours are loaded: those of optional libraries may not be there.
        type ->
            type.getRawInterfaces().stream()
                .filter(it -> it.getPackageName().startsWith("dev.relevo"))
                .anyMatch(it -> it.reflect().isSealed()));
  }

  private static ArchCondition<JavaClass> haveNoNullableComponents() {
    return new ArchCondition<>("have no nullable components") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (RecordComponent component : type.reflect().getRecordComponents()) {
          var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
          events.add(
              new SimpleConditionEvent(
                  type,
                  !nullable,
                  "%s.%s is nullable".formatted(type.getName(), component.getName())));
        }
      }
    };
  }
}
