package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.sheet.GoogleStandIn;
import dev.relevo.knowledge.sheet.Sheets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The Google sheet's page in a real browser, the sheet itself played by a stand-in.
class SheetBrowserIT extends ChromiumTests {

  private static final String KEY = GoogleStandIn.key();
  private static final String ADDRESS =
      "https://docs.google.com/spreadsheets/d/" + GoogleStandIn.SPREADSHEET + "/edit#gid=0";

  private final GoogleStandIn google = RunningApplication.shared().google();
  private final Drafts drafts = RunningApplication.shared().bean(Drafts.class);
  private final long workspace =
      RunningApplication.shared().bean(Workspaces.class).first("Relevo").id().value();
  private final String id = "GS-" + System.nanoTime() % 1_000_000_000;

  @AfterEach
  void part() {
    google.fails(0, "");
    RunningApplication.shared().bean(Sheets.class).disconnect(workspace);
  }

  @Test
  void connectsKeepsBothSidesInStepAndParts() {
    put(row("Nuestra respuesta."));
    try (var olga = Colleague.olga(browser(), Colleague.DESKTOP)) {
      var page = olga.page();
      page.clock().install();
      olga.opens("/console/matrix/sheet");
      connect(page, "https://example.com/hoja", KEY);
      olga.sees(olga.shown("[role=alert]", "no es la dirección de una hoja"));
      connect(page, ADDRESS, "{}");
      olga.sees(olga.shown("[role=alert]", "cuenta de servicio"));
      assertThat(page.inputValue("#address")).isEqualTo(ADDRESS);

      connect(page, ADDRESS, KEY);
      seesInTime(olga, olga.shown("#standing .chip.ok", "al día"));
      olga.sees(olga.shown("#standing dd", GoogleStandIn.ACCOUNT));
      assertThat(page.content()).doesNotContain("PRIVATE KEY");
      int line = line();
      int answer = google.texts(0).indexOf("Respuesta");

      google.cell(line, answer).text = "Cambiada en la hoja.";
      TestBot.await("the sheet's change arrives", () -> answer().equals("Cambiada en la hoja."));
      seesInTime(olga, olga.shown("#standing .timeline", "una fila cambiada en la hoja"));

      google.fails(403, "The caller does not have permission");
      seesInTime(
          olga, olga.shown("#standing [role=alert]", "Compártala con " + GoogleStandIn.ACCOUNT));
      google.cell(line, answer).text = "De ellos";
      change("De nosotros");
      google.fails(0, "");
      page.click(".bar .btn.main");
      seesInTime(olga, olga.shown("#conflicts", "De ellos"));
      assertThat(answer()).isEqualTo("De nosotros");
      page.click("#conflicts .btn");
      olga.sees(olga.shown("[role=status]", "Queda lo de Relevo"));

      page.onceDialog(it -> {
        assertThat(it.message()).contains("¿Desconectar la hoja?");
        it.accept();
      });
      page.click("#disconnect .btn.bad");
      olga.sees(olga.shown(".empty", "Ninguna hoja conectada"));
    }
  }

  @Test
  void isForThoseWhoManageAndPartingForTheOwner() {
    var agent = Visit.as(Role.AGENT);
    assertThat(agent.get("/console/matrix/sheet").statusCode()).isEqualTo(403);
    var manager = Visit.as(Role.MANAGER);
    assertThat(manager.get("/console/matrix/sheet").statusCode()).isEqualTo(200);
    assertThat(manager.post("/console/matrix/sheet/disconnect", Map.of()).statusCode())
        .isEqualTo(403);
  }

  /// The page looks every ten seconds, which pass at once here.
  private static void seesInTime(Colleague olga, Locator locator) {
    TestBot.await(
        "it is seen",
        () -> {
          olga.page().clock().fastForward(10_000);
          return locator.isVisible();
        });
  }

  private static void connect(Page page, String address, String key) {
    page.fill("#address", address);
    page.fill("#tab", GoogleStandIn.SHEET);
    page.setInputFiles(
        "#key",
        new FilePayload("clave.json", "application/json", key.getBytes(StandardCharsets.UTF_8)));
    page.click("#connect .btn");
  }

  private int line() {
    for (int line = 1; line < google.lines() + 1; line++) {
      if (google.texts(line).contains(id)) {
        return line;
      }
    }
    throw new AssertionError("the row is not in the sheet");
  }

  private String answer() {
    return drafts.row(workspace, new RowId(id)).orElseThrow().row().answer();
  }

  private void put(Row row) {
    drafts.apply(
        workspace,
        new Editor(0, "prueba"),
        Edit.of(new Edit.Step.Add(List.of(row), new Spot.Bottom())));
  }

  private void change(String answer) {
    long seen = drafts.row(workspace, new RowId(id)).orElseThrow().revision();
    drafts.apply(workspace, new Editor(0, "prueba"), Edit.of(new Edit.Step.Put(row(answer), seen)));
  }

  private Row row(String answer) {
    return Row.answering(
        new RowId(id), Locale.of("es"), "¿Pregunta de hoja " + id + "?", List.of(), answer);
  }
}
