package dev.relevo.crm.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.workspace.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RefusalsTests {
  @Test
  void everyLanguageHasEverySentence() throws IOException {
    var spanish = sentences(Language.ES).keySet();
    assertThat(spanish).isNotEmpty();
    for (var language : Language.values()) {
      assertThat(sentences(language).keySet()).as(language.name()).isEqualTo(spanish);
    }
  }

  @Test
  void aSentenceNamesWhatWasGiven() {
    assertThat(Refusals.say(Language.EN, "field.unknown", "it's {0}"))
        .isEqualTo(new CrmResult.Effect.Refused("There is no field “it's {0}”."));
  }

  private static Properties sentences(Language language) throws IOException {
    var properties = new Properties();
    var file = "refusals_" + language.code() + ".properties";
    try (var bytes = Objects.requireNonNull(Refusals.class.getResourceAsStream(file));
        var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
