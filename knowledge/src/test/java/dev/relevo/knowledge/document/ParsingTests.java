package dev.relevo.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.fetch.TestSite;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ParsingTests {

  private final Parsing parsing = new Parsing(DocumentLimits.DEFAULT);

  @Test
  void readsAPageWithoutItsMenusUnderItsHeadings() {
    var html =
        """
        <html><head><title>Envíos | Tienda Lila</title><script>var secreto = 1</script></head><body>
        <header><a href="/">Inicio</a></header><nav>Menú principal</nav>
        <main><h1>Envíos</h1><p>Enviamos a todo el <b>país</b>.</p>
        <h2 id="costos">Costos</h2><p>Cuesta $3.</p><h3>Galápagos</h3><ul><li>Cuesta $12.</li></ul>
        <h2>Plazos</h2><table><tr><td>Quito</td><td>un día</td></tr></table></main>
        <footer>Derechos reservados</footer></body></html>
        """;

    var outline = read(html.getBytes(StandardCharsets.UTF_8), "envios.html");

    assertThat(outline.title()).isEqualTo("Envíos");
    assertThat(outline.paragraphs())
        .containsExactly(
            new Outline.Paragraph(List.of(), "Enviamos a todo el país.", 0, ""),
            new Outline.Paragraph(List.of("Costos"), "Cuesta $3.", 0, "costos"),
            new Outline.Paragraph(List.of("Costos", "Galápagos"), "Cuesta $12.", 0, ""),
            new Outline.Paragraph(List.of("Plazos"), "Quito", 0, ""),
            new Outline.Paragraph(List.of("Plazos"), "un día", 0, ""));
  }

  @Test
  void aTitleOfNothingButEmojiIsCutLikeAnyOther() {
    assertThat(Reading.title(outline("\uD83D\uDE00".repeat(200)), "a.txt"))
        .isEqualTo("\uD83D\uDE00".repeat(200));
    assertThat(Reading.title(outline("\uD83D\uDE00".repeat(301)), "a.txt"))
        .isEqualTo("\uD83D\uDE00".repeat(250));
  }

  private static Outline outline(String title) {
    return new Outline(title, List.of(), List.of());
  }

  @Test
  void readsMarkdownAndTextInTheEncodingsPeopleUse() {
    var markdown = read("# Pagos\n\nAceptamos *tarjeta*.\n\n## Cuotas\n\nHasta 12.", "pagos.md");
    assertThat(markdown.title()).isEqualTo("Pagos");
    assertThat(markdown.paragraphs().getLast())
        .isEqualTo(new Outline.Paragraph(List.of("Cuotas"), "Hasta 12.", 0, ""));
    for (var charset : List.of("UTF-8", "windows-1252", "UTF-16")) {
      var text = read("Señal del año".getBytes(Charset.forName(charset)), "nota.txt");
      assertThat(text.paragraphs().getFirst().text()).as(charset).isEqualTo("Señal del año");
    }
  }

  @Test
  void readsAPdfByItsPagesAndItsHeadingLines() {
    var pdf =
        Samples.pdf(
            List.of(
                List.of(
                    "Este contrato rige desde hoy.", "1. Plazos de entrega", "Un dia en Quito."),
                List.of("DEVOLUCIONES", "Treinta dias desde la compra.")));

    var outline = read(pdf, "contrato.pdf");

    assertThat(outline.paragraphs())
        .containsExactly(
            new Outline.Paragraph(List.of(), "Este contrato rige desde hoy.", 1, ""),
            new Outline.Paragraph(List.of("1. Plazos de entrega"), "Un dia en Quito.", 1, ""),
            new Outline.Paragraph(List.of("DEVOLUCIONES"), "Treinta dias desde la compra.", 2, ""));
  }

  @Test
  void readsADocxByItsHeadings() {
    var docx =
        Samples.docx(
            "# Garantía", "Dura un año.", "## Qué cubre", "Defectos.", "## Qué no", "Golpes.");

    var outline = read(docx, "garantia.docx");

    assertThat(outline.title()).isEqualTo("Garantía");
    assertThat(outline.paragraphs())
        .extracting(it -> it.headings() + it.text())
        .containsExactly("[]Dura un año.", "[Qué cubre]Defectos.", "[Qué no]Golpes.");
  }

  @Test
  void aPasswordIsNamedInOneSentence() {
    var locked = Samples.pdf(List.of(List.of("secreto")), "clave");
    assertThat(refusal(locked, "a.pdf")).isEqualTo("document.encrypted");
  }

  @Test
  void damagedFilesAreNamedInOneSentence() {
    var pdf = Samples.pdf(List.of(List.of("hola")));
    assertThat(refusal("%PDF-1.7 y nada más".getBytes(StandardCharsets.UTF_8), "a.pdf"))
        .isIn("document.damaged", "document.no-text");
    assertThat(refusal(Arrays.copyOf(pdf, 60), "a.pdf"))
        .isIn("document.damaged", "document.no-text");
    var docx = Samples.docx("hola");
    assertThat(refusal(Arrays.copyOf(docx, docx.length / 2), "a.docx"))
        .isIn("document.damaged", "document.no-text");
    assertThat(refusal(Samples.docxOf("<w:document><abierto>"), "a.docx"))
        .isEqualTo("document.damaged");
  }

  @Test
  void otherFilesAreNotReadWhateverTheirName() {
    assertThat(refusal(new byte[] {0x7F, 'E', 'L', 'F', 0, 1}, "a.txt")).isEqualTo("document.type");
    assertThat(refusal(Samples.zip(java.util.Map.of("a", "b")), "a.docx"))
        .isEqualTo("document.type");
    assertThat(refusal("   ".getBytes(StandardCharsets.UTF_8), "a.txt"))
        .isEqualTo("document.no-text");
  }

  /// A server that would hear of it if anything a file names were opened.
  @Test
  void nothingThatAFileNamesIsOpened() {
    try (var site = new TestSite()) {
      site.html("/x.dtd", "<!ENTITY secreto 'leído'>");
      var xml =
          "<!DOCTYPE w:document [<!ENTITY % lejos SYSTEM \""
              + site.at("/x.dtd")
              + "\"> %lejos; <!ENTITY archivo SYSTEM \"file:///etc/hostname\">]>"
              + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
              + "<w:body><w:p><w:r><w:t>visible &archivo;</w:t></w:r></w:p></w:body></w:document>";

      var parsed = parsing.parse(new Parsing.Raw(Samples.docxOf(xml), "a.docx", "", ""));

      assertThat(site.asked()).isEmpty();
      if (parsed instanceof Parsing.Parsed.Read(var outline)) {
        assertThat(outline.paragraphs())
            .allSatisfy(it -> assertThat(it.text()).isEqualTo("visible"));
      }
    }
  }

  @Test
  void aBombIsRefused() {
    var blanks =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + " ".repeat(101 * 1024 * 1024)
            + "</w:body></w:document>";
    assertThat(refusal(Samples.docxOf(blanks), "a.docx")).isEqualTo("document.long");

    var laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 'jaja'>");
    for (int level = 1; level < 10; level++) {
      laughs.append("<!ENTITY e%d '%s'>".formatted(level, ("&e" + (level - 1) + ";").repeat(10)));
    }
    assertThat(refusal(Samples.docxOf(laughs + "]><d>&e9;</d>"), "a.docx"))
        .isIn("document.damaged", "document.no-text");
  }

  @Test
  void moreTextThanAllowedIsRefused() {
    var small = new Parsing(new DocumentLimits(1, 1, 1, 10_000, 100, Duration.ofMinutes(1)));
    var much =
        new Parsing.Raw("hola ".repeat(100).getBytes(StandardCharsets.UTF_8), "a.txt", "", "");
    assertThat(key(small.parse(much))).isEqualTo("document.long");
    var large = new Parsing.Raw(new byte[10_001], "a.txt", "", "");
    assertThat(key(small.parse(large))).isEqualTo("document.large");
  }

  @Test
  void whatTakesTooLongIsLeft() {
    var hurried = new Parsing(new DocumentLimits(1, 1, 1, 10_000_000, 2_000_000, Duration.ZERO));
    var html = "<p>hola</p>".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    assertThat(key(hurried.parse(new Parsing.Raw(html, "a.html", "", ""))))
        .isEqualTo("document.slow");
  }

  @Test
  void languagesAreToldByTheirSmallWords() {
    var spanish = Locale.of("es");
    assertThat(
            LanguageGuess.of(
                "¿Cuánto cuesta el envío a la costa y en qué días llega?", Locale.ENGLISH))
        .isEqualTo(spanish);
    assertThat(
            LanguageGuess.of(
                "O prazo é de dois dias, não há entrega em feriados e você é avisado", spanish))
        .isEqualTo(Locale.of("pt"));
    assertThat(LanguageGuess.of("The delivery is free if it is over the limit", spanish))
        .isEqualTo(Locale.ENGLISH);
    assertThat(LanguageGuess.of("WhatsApp 2026", spanish)).isEqualTo(spanish);
  }

  private Outline read(String text, String name) {
    return read(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private Outline read(byte[] bytes, String name) {
    return switch (parsing.parse(new Parsing.Raw(bytes, name, "", ""))) {
      case Parsing.Parsed.Read(var outline) -> outline;
      case Parsing.Parsed.Unreadable(var why) -> throw new AssertionError(why);
    };
  }

  private String refusal(byte[] bytes, String name) {
    return key(parsing.parse(new Parsing.Raw(bytes, name, "", "")));
  }

  private static String key(Parsing.Parsed parsed) {
    return switch (parsed) {
      case Parsing.Parsed.Read(var outline) -> "read: " + outline;
      case Parsing.Parsed.Unreadable(var why) -> why.key();
    };
  }
}
