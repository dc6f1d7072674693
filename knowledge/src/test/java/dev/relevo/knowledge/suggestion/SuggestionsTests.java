package dev.relevo.knowledge.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.fetch.FetchLimits;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.TestSite;
import dev.relevo.knowledge.matrix.Button;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggestionsTests {

  private static final Locale SPANISH = Locale.of("es");

  private final TestSite site = new TestSite();
  private final Fetcher fetcher = new Fetcher(FetchLimits.DEFAULT, TestSite.reach());
  private final Suggestions suggestions = new Suggestions(fetcher);

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    site.close();
  }

  private static Map<String, String> es() {
    var files = new LinkedHashMap<String, String>();
    files.put("agent.json", "{\"displayName\":\"Tienda\",\"language\":\"es\"}");
    files.put(
        "intents/envios.costo.json",
        """
        {"name":"envios.costo","fallbackIntent":false,"webhookUsed":true,"contexts":[],
         "responses":[{"parameters":[{"name":"ciudad"}],"messages":[
           {"type":"0","lang":"es","speech":["Cuesta $3.","Son $3."]},
           {"type":"0","lang":"en","speech":"It costs $3."},
           {"type":"2","lang":"es","title":"","replies":["Galápagos","Una respuesta rápida demasiado larga"]},
           {"type":"4","lang":"es","payload":{}}]}]}
        """);
    files.put(
        "intents/envios.costo_usersays_es.json",
        """
        [{"data":[{"text":"¿Cuánto cuesta el envío a "},{"text":"Quito","alias":"ciudad"},{"text":"?"}]},
         {"data":[{"text":"precio del envío"}]}]
        """);
    files.put(
        "intents/envios.costo_usersays_en.json", "[{\"data\":[{\"text\":\"shipping cost\"}]}]");
    files.put(
        "intents/horario.json",
        """
        {"name":"horario","responses":[{"messages":[{"type":0,"lang":"es","speech":"De 9 a 18."}]}]}
        """);
    files.put(
        "intents/horario_usersays_es.json",
        "[{\"data\":[{\"text\":\"¿a qué hora abren?\"}]},{\"data\":[{\"text\":\"PRECIO DEL ENVIO\"}]}]");
    files.put(
        "intents/Default Fallback Intent.json",
        "{\"name\":\"Default Fallback Intent\",\"fallbackIntent\":true}");
    files.put(
        "intents/solo evento.json",
        "{\"name\":\"solo evento\",\"events\":[{\"name\":\"WELCOME\"}]}");
    return files;
  }

  @Test
  void takesTheIntentsOfADialogflowEsAgentAndNamesWhatItLeaves() {
    var rows = rows(suggestions.fromFile(zip(es()), Locale.ENGLISH));

    var spanish = row(rows, "envios.costo-es");
    assertThat(spanish.question()).isEqualTo("¿Cuánto cuesta el envío a Quito?");
    assertThat(spanish.variants()).containsExactly("precio del envío");
    assertThat(spanish.answer()).isEqualTo("Cuesta $3. || Son $3.");
    assertThat(spanish.category()).isEqualTo("envios");
    assertThat(spanish.language()).isEqualTo(SPANISH);
    assertThat(spanish.buttons()).containsExactly(new Button("Galápagos", new Button.Action.Say()));
    assertThat(row(rows, "envios.costo").answer()).isEqualTo("It costs $3.");
    assertThat(row(rows, "horario").phrases()).containsExactly("¿a qué hora abren?");
    assertThat(rows.leftOut())
        .extracting(it -> it.key())
        .containsExactlyInAnyOrder(
            "suggestion.fallback",
            "suggestion.message",
            "suggestion.parameters",
            "suggestion.webhook",
            "suggestion.button",
            "suggestion.phrase.twice",
            "suggestion.no-phrases");
    assertThat(rows.leftOut())
        .extracting(it -> it.in(SPANISH))
        .contains("«envios.costo» usa parámetros (ciudad); no se tomaron.");
  }

  @Test
  void takesTheRoutesOfADialogflowCxAgent() {
    var files =
        Map.of(
            "agent.json",
            "{}",
            "intents/pagos/pagos.json",
            "{\"name\":\"1-2-3\",\"displayName\":\"pagos\"}",
            "intents/pagos/trainingPhrases/es.json",
            """
            {"trainingPhrases":[{"parts":[{"text":"¿aceptan "},{"text":"tarjeta"},{"text":"?"}]}]}
            """,
            "intents/cambios/cambios.json",
            "{\"name\":\"4-5-6\",\"displayName\":\"cambios\"}",
            "intents/cambios/trainingPhrases/es.json",
            "{\"trainingPhrases\":[{\"parts\":[{\"text\":\"quiero cambiar\"}]}]}",
            "intents/suelta/suelta.json",
            "{\"displayName\":\"suelta\"}",
            "flows/Ventas/Ventas.json",
            """
            {"displayName":"Ventas","transitionRoutes":[
              {"intent":"pagos","triggerFulfillment":{"messages":[
                {"text":{"text":["Sí, todas."]},"languageCode":"es"},
                {"payload":{"richContent":[[{"type":"chips","options":[{"text":"Cuotas"}]}]]},"languageCode":"es"}]}},
              {"intent":"projects/p/locations/l/agents/a/intents/4-5-6","targetPage":"Cambios","condition":"$session.params.x"}]}
            """,
            "flows/Ventas/pages/Cambios.json",
            "{\"displayName\":\"Cambios\",\"entryFulfillment\":{\"messages\":[{\"text\":{\"text\":[\"Treinta días.\"]},\"languageCode\":\"es\"}]}}");

    var rows = rows(suggestions.fromFile(zip(files), Locale.ENGLISH));

    assertThat(row(rows, "pagos").question()).isEqualTo("¿aceptan tarjeta?");
    assertThat(row(rows, "pagos").answer()).isEqualTo("Sí, todas.");
    assertThat(row(rows, "pagos").category()).isEqualTo("Ventas");
    assertThat(row(rows, "pagos").buttons()).extracting(Button::label).containsExactly("Cuotas");
    assertThat(row(rows, "cambios").answer()).isEqualTo("Treinta días.");
    assertThat(rows.leftOut())
        .extracting(it -> it.key())
        .containsExactlyInAnyOrder("suggestion.condition", "suggestion.no-route");
  }

  @Test
  void takesEveryFormOfFrequentQuestionsOnceFromAPage() {
    site.html(
        "/faq",
        """
        <html lang="es"><head><script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[{"@type":["WebPage","FAQPage"],"mainEntity":[
          {"@type":"Question","name":"¿Hacen envíos?","acceptedAnswer":{"@type":"Answer","text":"<p>Sí, a:</p><ul><li>Quito</li><li>Guayaquil</li></ul>"}}]}]}
        </script><script type="application/ld+json">{roto</script></head><body>
        <div itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">¿Hay garantía?</h3>
          <div itemprop="acceptedAnswer" itemscope><div itemprop="text">Un año.</div></div></div>
        <details><summary>¿Aceptan tarjeta?</summary><p>Sí, todas.</p></details>
        <dl><dt>¿Dónde están?</dt><dd>En Quito.</dd><dd>Y en Cuenca.</dd></dl>
        <h2>Ayuda</h2>
        <h3>¿Hacen envíos?</h3><p>Otra vez.</p>
        <h3>¿Cómo cambio un producto?</h3><p>Escríbanos.</p><p>Tiene 30 días.</p>
        <h3>¿Tiene dudas?</h3>
        <h3>¿Y si %s?</h3><p>Largo.</p>
        <h2>Contacto</h2><p>Llámenos.</p></body></html>
        """
            .formatted("x".repeat(300)));

    var rows = rows(suggestions.fromPage(site.at("/faq").toString(), Locale.ENGLISH));

    var answers = new LinkedHashMap<String, String>();
    rows.rows().rows().forEach(it -> answers.put(it.question(), it.answer()));
    assertThat(answers)
        .isEqualTo(
            Map.of(
                "¿Hacen envíos?", "Sí, a:\n- Quito\n- Guayaquil",
                "¿Hay garantía?", "Un año.",
                "¿Aceptan tarjeta?", "Sí, todas.",
                "¿Dónde están?", "En Quito.\nY en Cuenca.",
                "¿Cómo cambio un producto?", "Escríbanos.\nTiene 30 días."));
    assertThat(rows.rows().rows()).allSatisfy(it -> assertThat(it.language()).isEqualTo(SPANISH));
    assertThat(rows.leftOut())
        .extracting(it -> it.key())
        .containsExactly(
            "suggestion.linked-data", "suggestion.question.long", "suggestion.unanswered");
  }

  @Test
  void whatIsSuggestedCanBeDownloadedAndReadBack() {
    var rows = rows(suggestions.fromFile(zip(es()), SPANISH)).rows();

    var file = MatrixFile.write(rows, MatrixFile.Format.XLSX, SPANISH);

    assertThat(MatrixFile.read(file, SPANISH))
        .isInstanceOfSatisfying(
            MatrixImport.Imported.class, it -> assertThat(it.matrix()).isEqualTo(rows));
  }

  @Test
  void anIntentWithoutWordsStaysAQuestionAndAnAnswerTooLongIsNamed() {
    var files = es();
    files.put(
        "intents/horario.json",
        "{\"name\":\"horario\",\"responses\":[{\"messages\":[{\"type\":0,\"lang\":\"es\",\"speech\":\""
            + "x".repeat(2_001)
            + "\"}]}]}");

    var rows = rows(suggestions.fromFile(zip(files), SPANISH));

    assertThat(row(rows, "horario").state()).isEqualTo(RowState.NEW_QUESTION);
    assertThat(rows.leftOut())
        .extracting(it -> it.key())
        .contains("suggestion.answer.long", "suggestion.no-answer");
  }

  @Test
  void filesThatAreBrokenOrHostileSayOneSentenceAndGiveNothing() {
    assertThat(refusal(new byte[0])).isEqualTo("suggestion.type");
    assertThat(refusal(new byte[] {0, 1, 2})).isEqualTo("suggestion.type");
    assertThat(refusal("hola".getBytes(StandardCharsets.UTF_8))).isEqualTo("suggestion.nothing");
    assertThat(refusal(zip(Map.of("leame.txt", "hola")))).isEqualTo("suggestion.no-agent");
    assertThat(refusal("PK nada".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("suggestion.no-agent");
    var whole = zip(es());
    assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)))
        .isIn("suggestion.damaged", "suggestion.nothing");
    var broken = es();
    broken.put("intents/horario.json", "{\"name\":");
    assertThat(refusal(zip(broken))).isEqualTo("suggestion.json");
    broken.put("intents/horario.json", "[".repeat(100_000));
    assertThat(refusal(zip(broken))).isEqualTo("suggestion.json");
    assertThat(
            refusal(
                zipOf(
                    Map.of(
                        "intents/a.json",
                        "{\"name\":\"año\"}".getBytes(StandardCharsets.ISO_8859_1)))))
        .isEqualTo("suggestion.encoding");
    assertThat(refusal(zipOf(Map.of("intents/a.json", new byte[49 * 1024 * 1024]))))
        .isEqualTo("suggestion.inflated");
  }

  private String refusal(byte[] file) {
    return switch (suggestions.fromFile(file, SPANISH)) {
      case Suggested.Rows rows -> "rows: " + rows.rows();
      case Suggested.Refused(var why) -> why.key();
    };
  }

  private static Suggested.Rows rows(Suggested suggested) {
    return switch (suggested) {
      case Suggested.Rows rows -> rows;
      case Suggested.Refused(var why) -> throw new AssertionError(why);
    };
  }

  private static Row row(Suggested.Rows rows, String id) {
    return rows.rows().rows().stream()
        .filter(it -> it.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rows.rows().rows().stream().map(Row::id).toList()));
  }

  private static byte[] zip(Map<String, String> files) {
    var bytes = new LinkedHashMap<String, byte[]>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return zipOf(bytes);
  }

  private static byte[] zipOf(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
