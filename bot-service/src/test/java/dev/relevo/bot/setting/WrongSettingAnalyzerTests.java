package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.support.SystemEnvironmentPropertySourceEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class WrongSettingAnalyzerTests {

  @Test
  void namesAnEnvironmentVariableAsItWasWritten() {
    assertThat(environment("RELEVO_SAMPLE_LINES", "many"))
        .isEqualTo("RELEVO_SAMPLE_LINES is \"many\", but must be a whole number.");
  }

  @Test
  void tellsTheChoices() {
    assertThat(property("relevo.sample.kind", "fax"))
        .contains("relevo.sample.kind", "\"fax\"", "one of web-chat, mail");
    assertThat(property("relevo.sample.pause", "soon")).contains("a duration such as 30s");
    assertThat(property("relevo.sample.on", "maybe")).contains("true or false");
    assertThat(property("relevo.sample.limit", "much")).contains("a size such as 25MB");
  }

  @Test
  void doesNotRepeatSecrets() {
    assertThat(environment("RELEVO_SAMPLE_TOKEN", "abc123"))
        .contains("RELEVO_SAMPLE_TOKEN", "a whole number")
        .doesNotContain("abc123");
  }

  @Test
  void passesOnWhatTheSettingItselfSays() {
    assertThat(property("relevo.sample.lines", "-1")).isEqualTo("relevo.sample.lines is below 0.");
  }

  private static String environment(String name, String value) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            "systemEnvironment",
            new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, value)));
    new SystemEnvironmentPropertySourceEnvironmentPostProcessor()
        .postProcessEnvironment(environment, new SpringApplication());
    return sentence(environment);
  }

  private static String property(String name, String value) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("sample", Map.of(name, value)));
    return sentence(environment);
  }

  private static String sentence(StandardEnvironment environment) {
    ConfigurationPropertySources.attach(environment);
    var thrown =
        catchThrowable(() -> Binder.get(environment).bindOrCreate("relevo.sample", Sample.class));
    var analysis = new WrongSettingAnalyzer().analyze(thrown);
    if (analysis == null) {
      analysis = new CannotStartAnalyzer().analyze(thrown);
    }
    assertThat(analysis).as(String.valueOf(thrown)).isNotNull();
    return analysis == null ? "" : analysis.getDescription();
  }

  enum Kind {
    WEB_CHAT,
    MAIL
  }

  record Sample(
      int lines,
      @Nullable Kind kind,
      @Nullable Duration pause,
      boolean on,
      int token,
      @Nullable DataSize limit) {
    Sample {
      if (lines < 0) {
        throw new CannotStart("relevo.sample.lines is below 0.");
      }
    }
  }
}
