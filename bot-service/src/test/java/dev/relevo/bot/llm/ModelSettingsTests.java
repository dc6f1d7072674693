package dev.relevo.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.spend.Price;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTests {

  @Test
  void describeAConnection() {
    var connection =
        settings(
                "https://api.openai.com/v1/",
                "gpt-4o-mini",
                "X-Title: Relevo; api-key: k",
                "gpt-4o-mini=0.15/0.60;*=2.5/10")
            .connection()
            .orElseThrow();
    assertThat(connection.baseUrl()).hasToString("https://api.openai.com/v1");
    assertThat(connection.trusted()).isTrue();
    assertThat(connection.headers().byName())
        .containsEntry("X-Title", "Relevo")
        .containsEntry("api-key", "k");
    assertThat(connection.prices().price("gpt-4o-mini"))
        .isEqualTo(new Price(new BigDecimal("0.15"), new BigDecimal("0.60")));
    assertThat(connection.prices().price("gpt-4o"))
        .isEqualTo(new Price(new BigDecimal("2.5"), new BigDecimal("10")));
  }

  @Test
  void unsetMeansNoModel() {
    assertThat(settings("", "", "", "").connection()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.openai.com/v1 | ''    | ''        | ''   | RELEVO_MODEL_BASE_URL is set",
        "''                        | small | ''        | ''   | RELEVO_MODEL_NAME is set",
        "api.openai.com            | small | ''        | ''   | RELEVO_MODEL_BASE_URL is \"api.openai.com\"",
        "https://u:p@host/v1       | small | ''        | ''   | RELEVO_MODEL_BASE_URL is \"not readable\"",
        "https://host/v1?key=1     | small | ''        | ''   | RELEVO_MODEL_BASE_URL is",
        "https://host/v1           | small | Host: x   | ''   | RELEVO_MODEL_HEADERS cannot be read",
        "https://host/v1           | small | ''        | dear | RELEVO_MODEL_PRICES cannot be read (dear)",
      })
  void areRefusedInOneSentenceThatNamesTheSetting(
      String url, String name, String headers, String prices, String sentence) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> settings(url, name, headers, prices).connection())
        .withMessageStartingWith(sentence);
  }

  private static ModelSettings settings(String url, String name, String headers, String prices) {
    return new ModelSettings(
        url, "", name, headers, prices, Duration.ofSeconds(12), Duration.ofSeconds(15), false);
  }
}
