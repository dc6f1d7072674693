package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
  void suggestsRowsFromASavedPageAndAddsTheWantedOnesToTheDraft() {
    var mark = "z" + Long.toString(System.nanoTime(), 36);
    var faq =
        "<h2>¿Hacen <i>envíos</i> MARK?</h2><p>Sí, a &lt;todo&gt; el país.</p>"
            + "<h2>¿Tienen parqueo MARK?</h2><p>Sí, gratis.</p>";
    try (var marta =
        Colleague.marta(browser(), Colleague.PHONE).opens("/console/documents/suggestions")) {
      var page = marta.page();
      look(marta, faq.replace("MARK", mark));
      marta.sees(marta.shown("#result .hit", "Sí, a <todo> el país."));
      assertThat(marta.nothingLiesSideways()).isTrue();
      var download = page.waitForDownload(() -> page.click("#result .across:first-of-type .btn"));
      assertThat(download.suggestedFilename()).isEqualTo("relevo.xlsx");

      page.check("#every");
      page.uncheck("#every");
      page.click("#add");
      marta.sees(marta.shown("#result [role=alert]", "marque al menos una"));

      look(marta, faq.replace("MARK", mark));
      marta.shown("#result .hit", "parqueo").locator("input").uncheck();
      page.click("#add");
      page.waitForURL("**/console/matrix?loaded");
      assertThat(rows(mark))
          .extracting(Row::question)
          .containsExactly("¿Hacen envíos " + mark + "?");

      marta.opens("/console/documents/suggestions");
      look(marta, faq.replace("MARK", mark));
      marta.sees(marta.shown("#result .hit", "envíos " + mark).locator(".chip.person"));
      assertThat(marta.shown("#result .hit", "envíos").locator("input").isChecked()).isFalse();
      assertThat(marta.shown("#result .hit", "parqueo").locator("input").isChecked()).isTrue();

      page.navigate(RunningApplication.shared().url("/console/matrix").toString());
      page.click("[data-act=undo]");
      TestBot.await("what was added is undone", () -> rows(mark).isEmpty());
      assertThat(marta.faults()).isEmpty();
    }
  }

  private static void look(Colleague marta, String html) {
    marta
        .page()
        .setInputFiles(
            "#file",
            new FilePayload("faq.html", "text/html", html.getBytes(StandardCharsets.UTF_8)));
    marta.page().click("#look");
    marta.sees(marta.page().locator("#add"));
  }

  private static List<Row> rows(String mark) {
    var workspace = RunningApplication.shared().bean(Workspaces.class).first("Relevo").id().value();
    return RunningApplication.shared()
        .bean(Drafts.class)
        .snapshot(workspace)
        .matrix()
        .rows()
        .stream()
        .filter(it -> it.question().contains(mark))
        .toList();
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
