package dev.relevo.bot.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.workspace.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class WidgetTests {

  private final Widget widget = new Widget();
  private final String script = new String(widget.plain(), StandardCharsets.UTF_8);

  @Test
  void staysWithin60Kilobytes() {
    assertThat(widget.plain().length).isLessThanOrEqualTo(Widget.LIMIT);
  }

  /// A strict Content-Security-Policy of the shop's page must not be in its way, and nothing a
  /// customer or an agent wrote may become markup.
  @Test
  void hasNothingThatAStrictPolicyRefusesOrThatMakesMarkupOfText() {
    assertThat(script)
        .doesNotContain(
            "eval(",
            "new Function",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "srcdoc",
            "javascript:",
            "setAttribute(\"style\"");
  }

  @Test
  void theZippedOneIsTheSame() throws IOException {
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(widget.zipped()))) {
      assertThat(stream.readAllBytes()).isEqualTo(widget.plain());
    }
    assertThat(widget.tag()).isEqualTo(new Widget().tag()).matches("\"[0-9a-f]{24}\"");
  }

  @Test
  void everyLanguageSaysTheSameThings() {
    var keys = Words.of("demo", Language.ES).stringPropertyNames();
    for (var language : Language.values()) {
      assertThat(Words.of("demo", language).stringPropertyNames())
          .as(language.code())
          .isEqualTo(keys);
    }
  }

  @Test
  void linesOfTheGreetingThatBeginWithADashAreOffered() {
    var greeting = Greeting.of("¡Hola!\n- Precios\n- Horario\n¿En qué le ayudo?", "Una persona");
    assertThat(greeting.text()).isEqualTo("¡Hola!\n¿En qué le ayudo?");
    assertThat(greeting.options())
        .containsExactly(
            new Greeting.Suggestion("say:Precios", "Precios"),
            new Greeting.Suggestion("say:Horario", "Horario"),
            new Greeting.Suggestion("person", "Una persona"));
  }
}
