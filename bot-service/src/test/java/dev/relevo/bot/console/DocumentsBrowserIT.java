package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.crm.team.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The documents' page in a real browser.
class DocumentsBrowserIT extends ChromiumTests {

  private static final String TEXT =
      """
      # Política de cambios MARK

      ## Plazo

      Aceptamos cambios durante treinta días desde la compra, con la factura MARK.

      ## Qué no se cambia

      La ropa interior y los productos personalizados no se cambian.
      """;

  @Test
  void readsAnUploadedFileAndShowsWhatAQuestionFindsAndWhatIsRemoved() {
    var mark = "z" + Long.toString(System.nanoTime(), 36);
    try (var marta = Colleague.marta(browser(), Colleague.DESKTOP).opens("/console/documents")) {
      var page = marta.page();
      page.setInputFiles(
          "#file",
          new FilePayload(
              "cambios-" + mark + ".md",
              "text/markdown",
              TEXT.replace("MARK", mark).getBytes(StandardCharsets.UTF_8)));
      page.click(".card .btn.main");
      var line = marta.shown(".documents tr", mark);
      marta.sees(line.locator(".chip.ok"));

      page.fill("#question", "¿cuántos días tengo para cambiar? " + mark);
      page.click("[hx-get='/console/documents/try'] .btn");
      marta.sees(marta.shown("#found .hit:first-of-type", "treinta días"));
      marta.sees(marta.shown("#found .hit:first-of-type b", "Plazo"));

      line.locator("a.strong").click();
      marta.sees(marta.shown("article h2", "Qué no se cambia"));
      page.onceDialog(it -> {
        assertThat(it.message()).contains("cambios", "2 pasajes", "No se puede deshacer");
        it.accept();
      });
      page.click(".bar .btn.bad");
      marta.sees(marta.shown("[role=status]", "se retiró"));
      assertThat(page.locator(".documents tr:has-text('" + mark + "')").count()).isZero();
    }
  }

  /// The whole application as it is shipped: an address inside is taken, and then not read.
  @Test
  void saysInOneSentenceWhyAnAddressIsNotRead() {
    try (var marta = Colleague.marta(browser(), Colleague.DESKTOP).opens("/console/documents")) {
      var page = marta.page();
      page.fill("#address", "file:///etc/passwd");
      page.click("form[action$='/sites'] .btn");
      marta.sees(marta.shown("[role=alert]", "no es una dirección web"));

      var inside = "http://127.0.0.1:1/" + System.nanoTime();
      page.fill("#address", inside);
      page.click("form[action$='/sites'] .btn");
      marta.sees(marta.shown(".documents tr", inside).locator(".chip.bad"));
      marta.sees(marta.shown(".documents tr", "no es un sitio público"));
    }
  }

  @Test
  void suggestsRowsFromASavedPageAndGivesThemAsAMatrixFile() {
    try (var marta =
        Colleague.marta(browser(), Colleague.PHONE).opens("/console/documents/suggestions")) {
      var page = marta.page();
      page.setInputFiles(
          "#file",
          new FilePayload(
              "faq.html",
              "text/html",
              "<h2>¿Hacen <i>envíos</i>?</h2><p>Sí, a &lt;todo&gt; el país.</p>"
                  .getBytes(StandardCharsets.UTF_8)));
      page.click("#look");
      marta.sees(marta.shown("#result .hit", "Sí, a <todo> el país."));
      assertThat(marta.nothingLiesSideways()).isTrue();
      var download = page.waitForDownload(() -> page.click("#result .btn"));
      assertThat(download.suggestedFilename()).isEqualTo("relevo.xlsx");
      assertThat(marta.faults()).isEmpty();
    }
  }

  @Test
  void isForThoseWhoManage() {
    var agent = Visit.as(Role.AGENT);
    assertThat(agent.get("/console/documents").statusCode()).isEqualTo(403);
    assertThat(agent.get("/console/me").body()).doesNotContain("/console/documents");
    var manager = Visit.as(Role.MANAGER);
    assertThat(manager.get("/console/documents").statusCode()).isEqualTo(200);
    assertThat(
            manager
                .post("/console/documents/sites", Map.of("address", "x", "schedule", "HOURLY"))
                .statusCode())
        .isEqualTo(400);
  }
}
