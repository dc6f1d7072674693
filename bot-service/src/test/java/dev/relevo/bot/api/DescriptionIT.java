package dev.relevo.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Needs;
import dev.relevo.bot.access.Partner;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.problem.Problem;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DescriptionIT {

  private final Description description = Description.SHIPPED;

  @Test
  void namesEveryMappingWithItsScopeAndNoOther() {
    var described = new TreeMap<String, String>();
    for (var operation : description.operations()) {
      described.put(operation.name(), operation.json().path("x-scope").asString(""));
    }
    var mapped = new TreeMap<String, String>();
    RunningApplication.shared()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          var needs = method.getMethodAnnotation(Needs.class);
          for (var path : mapping.getPatternValues()) {
            if (path.startsWith("/api/")) {
              for (var verb : mapping.getMethodsCondition().getMethods()) {
                mapped.put(verb + " " + path, needs == null ? "" : needs.value().text());
              }
            }
          }
        });
    assertThat(described).isEqualTo(mapped).hasSizeGreaterThan(10);
  }

  @Test
  void leadsNowhereThatIsNotThere() {
    for (var reference : description.references()) {
      assertThat(description.at(reference).isMissingNode()).as(reference).isFalse();
    }
    var slugs = Arrays.stream(Problem.values()).map(Problem::slug).toList();
    for (var operation : description.operations()) {
      operation.json().path("x-problems").forEach(it -> assertThat(slugs).contains(it.asString()));
    }
  }

  @Test
  void saysTheLimitsThatAreKept() {
    var fields = description.at("#/components/schemas/RowContent").path("properties");
    assertThat(fields.path("id").path("maxLength").asInt()).isEqualTo(RowLimits.ID);
    assertThat(fields.path("question").path("maxLength").asInt()).isEqualTo(RowLimits.QUESTION);
    assertThat(fields.path("answer").path("maxLength").asInt()).isEqualTo(RowLimits.ANSWER);
    assertThat(fields.path("variants").path("maxItems").asInt()).isEqualTo(RowLimits.VARIANTS);
    assertThat(fields.path("buttons").path("maxItems").asInt()).isEqualTo(RowLimits.BUTTONS);
    assertThat(fields.path("addTags").path("maxItems").asInt()).isEqualTo(RowLimits.TAGS);
    assertThat(fields.path("notes").path("maxLength").asInt()).isEqualTo(RowLimits.NOTES);
    assertThat(description.at("#/components/schemas/RowBatch/properties/rows/maxItems").asInt())
        .isEqualTo(RowLimits.BATCH);
  }

  @Test
  void isServedToEverybody() {
    var served = Partner.nobody().get("/api/openapi.json");
    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(Partner.json(served).path("openapi").asString()).startsWith("3.1");
  }
}
