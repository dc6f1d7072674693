package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The console's texts: the same in every language, none missing.
class WordsTests {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][\\w.-]*[\\w])[(}]");

  @ParameterizedTest
  @ValueSource(strings = {"_en", "_pt"})
  void haveEveryTextInEveryLanguage(String language) throws IOException {
    assertThat(words(language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(words("").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_en", "_pt"})
  void leaveNoTextEmptyAndNoHoleUnfilled(String language) throws IOException {
    var words = words(language);
    for (var key : words.stringPropertyNames()) {
      var text = words.getProperty(key);
      assertThat(text).as(key).isNotBlank();
      if (text.contains("{")) {
        assertThat(new MessageFormat(text).format(new Object[] {1, 2, 3, 4}))
            .as(key)
            .doesNotContain("{");
      }
    }
  }

  @Test
  void haveEveryTextThatATemplateAsksFor() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
        var found = USED.matcher(Files.readString(file));
        while (found.find()) {
          used.add(found.group(1));
        }
      }
    }
    assertThat(used).isNotEmpty();
    assertThat(words("").stringPropertyNames()).containsAll(used);
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var in =
        WordsTests.class.getResourceAsStream("/i18n/console" + language + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("no texts for " + language);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }
}
