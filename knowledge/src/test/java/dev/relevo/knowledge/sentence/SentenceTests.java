package dev.relevo.knowledge.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTests {

  private static final Path SOURCES = Path.of("src/main/java/dev/relevo/knowledge");

  @ParameterizedTest
  @ValueSource(strings = {"fetch", "document", "suggestion", "sheet"})
  void everyKeyARoomUsesIsSaidInAllLanguagesWithTheSameHoles(String room) throws IOException {
    var key = Pattern.compile("\"(" + room + "(?:\\.[a-z-]+)+)\"");
    var used = new TreeSet<String>();
    try (var files = Files.list(SOURCES.resolve(room))) {
      for (var file : files.toList()) {
        var found = key.matcher(Files.readString(file));
        while (found.find()) {
          used.add(found.group(1));
        }
      }
    }
    assertThat(used).isNotEmpty();
    var english = words(room, "");
    for (var language : List.of("", "_es", "_pt")) {
      var words = words(room, language);
      assertThat(words.stringPropertyNames())
          .as(room + language)
          .containsExactlyInAnyOrderElementsOf(used);
      for (var name : used) {
        assertThat(holes(words.getProperty(name)))
            .as(name + language)
            .isEqualTo(holes(english.getProperty(name)));
      }
    }
  }

  @Test
  void whatWasKeptIsSaidInAnotherLanguageLater() {
    var kept = Sentence.of("fetch.slow", "tienda.ec", 30).kept();

    assertThat(Sentence.ofKept(kept).in(Locale.of("es")))
        .isEqualTo(
            "«tienda.ec» no respondió completo en 30 segundos. Vuelva a intentarlo más tarde.");
    assertThat(Sentence.ofKept(kept).in(Locale.FRENCH)).contains("did not answer");
    assertThat(Sentence.ofKept(Sentence.of("fetch.credentials").kept()))
        .isEqualTo(Sentence.of("fetch.credentials"));
  }

  private static TreeSet<String> holes(String sentence) {
    var holes = new TreeSet<String>();
    var found = Pattern.compile("\\{\\d}").matcher(sentence);
    while (found.find()) {
      holes.add(found.group());
    }
    return holes;
  }

  private static Properties words(String room, String language) throws IOException {
    var file =
        Path.of(
            "src/main/resources/dev/relevo/knowledge",
            room,
            "sentences" + language + ".properties");
    var words = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      words.load(reader);
    }
    return words;
  }
}
