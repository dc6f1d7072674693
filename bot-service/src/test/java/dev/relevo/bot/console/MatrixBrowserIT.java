package dev.relevo.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The matrix in a real browser, as two managers edit and publish it. Rows of its own only: the
/// sample's answers are other tests'.
class MatrixBrowserIT extends ChromiumTests {

  private static final double PATIENCE = 20_000;
  private static final Editor ROBOT = new Editor(0, "prueba");
  private static final List<String> FAULTS = new ArrayList<>();

  private static BrowserContext luisas;
  private static BrowserContext pedros;
  private static Page luisa;
  private static Page pedro;

  private final String id = "NAV-" + System.nanoTime() % 1_000_000_000;

  @BeforeAll
  static void signIn() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    luisas = browser().newContext(viewport());
    pedros = browser().newContext(viewport());
    luisa = signedIn(luisas, "Luisa Paredes");
    pedro = signedIn(pedros, "Pedro Vaca");
  }

  @AfterAll
  static void leave() {
    luisas.close();
    pedros.close();
  }

  @BeforeEach
  void addARow() {
    add(id, "¿Pregunta de navegador " + id + "?", "Primera respuesta.");
  }

  @AfterEach
  void nothingWentWrongUnseen() {
    luisa.setViewportSize(1440, 860);
    assertThat(FAULTS).isEmpty();
  }

  @Test
  void editsACellInPlaceAndUndoesIt() {
    open(luisa);
    var answer = cell(luisa, id, "ANSWER");
    answer.click();
    answer.locator("textarea").fill("no, así no");
    luisa.keyboard().press("Escape");
    assertThat(answer.locator(".cell")).hasText("Primera respuesta.");

    luisa.keyboard().press("F2");
    answer.locator("textarea").fill("Segunda respuesta.");
    luisa.keyboard().press("Tab");
    assertThat(cell(luisa, id, "BUTTONS")).isFocused();
    assertThat(luisa.locator("#saving")).hasText("Guardado");
    assertThat(found().row().answer()).isEqualTo("Segunda respuesta.");
    assertThat(found().by()).isEqualTo("Luisa Paredes");

    luisa.keyboard().press("Control+z");
    assertThat(answer.locator(".cell")).hasText("Primera respuesta.");
    luisa.keyboard().press("Control+y");
    assertThat(answer.locator(".cell")).hasText("Segunda respuesta.");

    luisa.locator("tr[data-row='" + id + "'] .open").click();
    luisa.locator("#row-history summary").click();
    assertThat(luisa.locator("#row-history li").first()).containsText("Luisa Paredes");
    assertThat(luisa.locator("#preview .bubble")).hasText("Segunda respuesta.");
  }

  @Test
  void aRowShowsWhatWasSavedAlthoughTheNextEntryInItIsRefused() {
    open(luisa);
    var held = new ArrayList<Route>();
    luisa.route("**/matrix/write", held::add, new Page.RouteOptions().setTimes(1));
    cell(luisa, id, "ANSWER").click();
    cell(luisa, id, "ANSWER").locator("textarea").fill("");
    luisa.keyboard().press("Tab");
    luisa.waitForCondition(() -> !held.isEmpty());
    luisa.keyboard().press("F2");
    cell(luisa, id, "BUTTONS").locator("textarea").fill("Ver → http://");
    held.getFirst().resume();
    assertThat(luisa.locator("#saving")).hasText("Guardado");
    luisa.keyboard().press("Tab");

    assertThat(luisa.locator("#saving")).hasText("Sin guardar");
    assertThat(luisa.locator("tr[data-row='" + id + "']"))
        .hasAttribute("data-state", "new_question");
    assertThat(cell(luisa, id, "BUTTONS").locator(".cell")).hasText("");
    cell(luisa, id, "BUTTONS").click();
    assertThat(cell(luisa, id, "BUTTONS").locator("textarea")).hasValue("Ver → http://");
    luisa.keyboard().press("Escape");
  }

  @Test
  void pastesABlockThatOneStepUndoes() {
    open(luisa);
    cell(luisa, id, "QUESTION").click();
    luisa.keyboard().press("Escape");
    var block = "¿Uno " + id + "?\tuno\t\"dos\nlíneas\"\n¿Dos " + id + "?\t\tSegunda";
    paste(cell(luisa, id, "QUESTION"), block);
    var rows = luisa.locator("table.lines tr[data-row]");
    assertThat(rows).hasCount(2);
    assertThat(rows.nth(0).locator("[data-column=ANSWER] .cell")).hasText("dos\nlíneas");
    assertThat(rows.nth(1).locator("[data-column=ANSWER] .cell")).hasText("Segunda");
    assertThat(found().row().variants()).containsExactly("uno");

    luisa.keyboard().press("Control+z");
    assertThat(rows).hasCount(1);
    assertThat(rows.nth(0).locator("[data-column=ANSWER] .cell")).hasText("Primera respuesta.");
  }

  @Test
  void aRowIsDraggedToAnotherPlaceAndGoesBackWhenThatIsUndone() {
    add(id + "-B", "¿Segunda " + id + "?", "b");
    add(id + "-C", "¿Tercera " + id + "?", "c");
    open(luisa);
    var rows = luisa.locator("table.lines tr[data-row]");
    assertThat(rows).hasCount(3);

    var upper = new Locator.DragToOptions().setTargetPosition(20, 3);
    handle(id + "-C").dragTo(handle(id), upper);
    assertThat(rows.nth(0)).hasAttribute("data-row", id + "-C");
    assertThat(luisa.locator("#saving")).hasText("Guardado");
    assertThat(order()).containsExactly(id + "-C", id, id + "-B");

    luisa.locator("[data-act=undo]").click();
    assertThat(rows.nth(2)).hasAttribute("data-row", id + "-C");
    assertThat(order()).containsExactly(id, id + "-B", id + "-C");
  }

  private static Locator handle(String row) {
    return luisa.locator("tr[data-row='" + row + "'] th.id");
  }

  private List<String> order() {
    return drafts().snapshot(workspace()).matrix().rows().stream()
        .map(it -> it.id().value())
        .filter(it -> it.startsWith(id))
        .toList();
  }

  @Test
  void saysHowSureTheBotMustBeAndSeesWhatThatDoes() {
    luisa.navigate(url("/console/matrix/settings").toString());
    assertThat(luisa.locator("#curve polyline")).hasCount(2);
    luisa.locator("[name=goal][value=precision]").check();
    luisa.locator("[name=precision]").fill("20");
    luisa.locator("#aim .btn.main").click();
    assertThat(luisa.locator("[role=alert]").first()).containsText("de 50 a 99 %");

    luisa.locator("[name=goal][value=precision]").check();
    luisa.locator("[name=precision]").fill("99");
    luisa.locator("[name=offTopic]").fill("40");
    luisa.locator("#aim .btn.main").click();
    assertThat(luisa.locator("[role=status]").first()).containsText("Guardado");
    assertThat(luisa.locator("[name=precision]")).hasValue("99");
    assertThat(luisa.locator("#curve line.chosen")).hasCount(1);
    assertThat(luisa.locator("#curve line.wanted")).hasCount(1);

    luisa.locator("[name=goal][value=usual]").check();
    luisa.locator("[name=offTopic]").fill("25");
    luisa.locator("#aim .btn.main").click();
    assertThat(luisa.locator("#curve line.wanted")).hasCount(0);
    luisa.navigate(url("/console/matrix/publish").toString());
    luisa.locator("#to-settings").click();
    assertThat(luisa.locator("#approval")).containsText("Solo el propietario");
  }

  @Test
  void twoEditorsAtOneCellAreAskedWhichStays() {
    open(luisa);
    open(pedro);
    write(luisa, "De Luisa.");
    assertThat(luisa.locator("#saving")).hasText("Guardado");

    write(pedro, "De Pedro.");
    var dialog = pedro.locator("#clash[open]");
    assertThat(dialog.locator(".theirs")).hasText("De Luisa.");
    assertThat(dialog.locator(".yours")).hasText("De Pedro.");
    assertThat(found().row().answer()).isEqualTo("De Luisa.");
    dialog.locator("button.main").click();
    assertThat(cell(pedro, id, "ANSWER").locator(".cell")).hasText("De Luisa.");

    write(luisa, "Otra de Luisa.");
    assertThat(luisa.locator("td.kept, td.waits")).hasCount(0);
    write(pedro, "La de Pedro.");
    dialog.locator("input[value=yours]").check();
    dialog.locator("button.main").click();
    assertThat(cell(pedro, id, "ANSWER").locator(".cell")).hasText("La de Pedro.");
    Customer.await("Pedro's words", () -> found().row().answer().equals("La de Pedro."));
  }

  @Test
  void publishesTheDraftAndRollsItBack() {
    var before = matrices().publishedNumber(workspace()).orElseThrow();
    luisa.navigate(url("/console/matrix/publish"));
    assertThat(luisa.locator(".difference")).containsText(id);
    luisa.locator("#publish").click();
    luisa.waitForURL("**/console/matrix/publish?done");
    assertThat(live()).contains(id);

    luisa.navigate(url("/console/matrix/versions?from=" + before + "&to=" + (before + 1)));
    assertThat(luisa.locator("#difference")).containsText("+ " + id);
    luisa.onceDialog(Dialog::accept);
    luisa.locator("tr[data-version='" + before + "'] form[action$='/publish'] button").click();
    assertThat(luisa.locator(".note-box")).containsText("Publicada");
    assertThat(matrices().publishedNumber(workspace())).contains(before + 2);
    assertThat(live()).doesNotContain(id);

    luisa.locator("tr[data-version='" + before + "'] form[action$='/reset'] button").click();
    assertThat(luisa.locator(".note-box")).containsText("borrador");
    open(luisa);
    assertThat(luisa.locator("tr[data-row='" + id + "']")).hasClass("is-to_delete");
  }

  @Test
  void isAListWithARowOnTopOnAPhone() {
    luisa.setViewportSize(390, 844);
    open(luisa);
    cell(luisa, id, "ANSWER").click();
    var answer = luisa.locator("#pane-answer");
    answer.fill("Desde *el* teléfono.");
    assertThat(luisa.locator("#preview strong")).hasText("el");
    answer.blur();
    Customer.await(
        "the phone's words", () -> found().row().answer().equals("Desde *el* teléfono."));
    assertThat((Integer) luisa.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("nothing lies sideways")
        .isLessThanOrEqualTo(0);
    luisa.locator("[data-act=close]").click();
    assertThat(cell(luisa, id, "ANSWER").locator(".cell")).hasText("Desde *el* teléfono.");
  }

  private void open(Page page) {
    page.navigate(url("/console/matrix?q=" + id));
    assertThat(page.locator("tr[data-row='" + id + "']")).isVisible();
  }

  private void write(Page page, String answer) {
    var cell = cell(page, id, "ANSWER");
    cell.click();
    cell.locator("textarea").fill(answer);
    page.keyboard().press("Enter");
  }

  private static Locator cell(Page page, String row, String column) {
    return page.locator("tr[data-row='" + row + "'] td[data-column=" + column + "]");
  }

  private static void paste(Locator cell, String text) {
    cell.evaluate(
        """
        (cell, text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          cell.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);
  }

  private static Page signedIn(BrowserContext context, String name) {
    var page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(FAULTS::add);
    page.onConsoleMessage(it -> {
      // A conflict is answered with 409, a refusal with 422, which Chromium calls errors.
      if (it.type().equals("error") && !it.text().matches("(?s).*\\b(409|422)\\b.*")) {
        FAULTS.add(it.text());
      }
    });
    var email = "x" + System.nanoTime() + "@prueba.ec";
    Visit.as(Role.MANAGER, email, name);
    page.navigate(url("/sign-in"));
    page.fill("[name=email]", email);
    page.fill("[name=password]", Visit.PASSWORD);
    page.click("button.main");
    page.waitForURL("**/console/inbox");
    return page;
  }

  private static void add(String id, String question, String answer) {
    var row = Row.answering(new RowId(id), Locale.of("es"), question, List.of(), answer);
    drafts().apply(workspace(), ROBOT, Edit.of(new Edit.Step.Add(List.of(row), new Spot.Bottom())));
  }

  private DraftRow found() {
    return drafts().row(workspace(), new RowId(id)).orElseThrow();
  }

  private static List<String> live() {
    return matrices().published(workspace()).orElseThrow().matrix().rows().stream()
        .map(it -> it.id().value())
        .toList();
  }

  private static Drafts drafts() {
    return RunningApplication.shared().bean(Drafts.class);
  }

  private static Matrices matrices() {
    return RunningApplication.shared().bean(Matrices.class);
  }

  private static long workspace() {
    return RunningApplication.shared().bean(Workspaces.class).first("Relevo").id().value();
  }

  private static String url(String path) {
    return RunningApplication.shared().url(path).toString();
  }

  private static Browser.NewContextOptions viewport() {
    return new Browser.NewContextOptions().setViewportSize(1440, 860).setLocale("es-EC");
  }
}
