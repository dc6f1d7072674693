package dev.relevo.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From a question nobody could answer to a row, and what the draft would change, in a real
/// browser.
class LearningBrowserIT extends ChromiumTests {

  private static final String QUESTION = "¿Reparan submarinos amarillos a domicilio?";

  @BeforeAll
  static void patience() {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @Test
  void makesARowOfAGapAndSeesInTheReplayThatTheDraftAnswersIt() {
    new Customer("Ringo").says(QUESTION).hears();
    new Customer("Paul").says("hola, reparan submarinos amarillos").hears();
    try (var context = browser().newContext(desktop())) {
      var page = context.newPage();
      var faults = listen(page);
      signIn(page);

      page.navigate(url("/console/gaps?q=submarinos&order=recent"));
      page.waitForCondition(() -> {
        page.reload();
        return page.locator(".gap .times").allInnerTexts().equals(List.of("2"));
      });
      soon(page.locator(".gap")).containsText("Sin respuesta");
      page.click(".gap a.strong");
      page.click("#make-row");
      soon(page.locator(".note-box")).containsText("está en el borrador");
      var row = page.locator("a.chip.bot").innerText().replaceAll(".*: ", "");

      answer(row, "Sí, los martes.");
      page.navigate(url("/console/replay"));
      page.fill("[name=conversations]", "200");
      page.click("#replay-start");
      var change =
          page.locator(".change", new Page.LocatorOptions().setHasText("ubmarinos")).first();
      soon(change).containsText("ahora responde");
      soon(change).containsText("Sí, los martes.");
      soon(change.locator(".v-judge")).isVisible();
      change.locator("button:has-text('La del borrador')").click();
      soon(page.locator(".change:has-text('ubmarinos') .v-better").first()).isVisible();
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void asksAVisitorWhetherItHelpedAndTakesTheAnswerByKeyboard() {
    try (var context = browser().newContext(desktop())) {
      var page = context.newPage();
      var faults = listen(page);
      page.navigate(url("/"));
      page.locator("relevo-chat textarea").fill("¿Cuánto cuesta el servicio?");
      page.keyboard().press("Enter");
      var up = page.locator(".thumb.up");
      soon(up).isVisible();
      up.focus();
      page.keyboard().press("Enter");
      soon(up).hasAttribute("aria-pressed", "true");
      soon(up).isFocused();
      soon(page.locator(".ask span")).hasText("¡Gracias!");
      page.locator(".thumb.down").click();
      soon(page.locator(".thumb.down")).hasAttribute("aria-pressed", "true");
      soon(up).hasAttribute("aria-pressed", "false");
      page.reload();
      soon(page.locator(".thumb.down")).hasAttribute("aria-pressed", "true");
      soon(page.locator(".m")).hasCount(3);
      assertThat(faults).isEmpty();
    }
  }

  private static void answer(String row, String answer) {
    var application = RunningApplication.shared();
    var workspace = application.bean(Workspaces.class).first("Relevo").id().value();
    var drafts = application.bean(Drafts.class);
    var found = drafts.row(workspace, new RowId(row)).orElseThrow();
    assertThat(found.row().variants()).hasSize(1);
    var answered =
        Row.answering(
            found.row().id(),
            Locale.of("es"),
            found.row().question(),
            found.row().variants(),
            answer);
    assertThat(
            drafts.apply(
                workspace,
                new Editor(0, "Prueba"),
                Edit.of(new Edit.Step.Put(answered, found.revision()))))
        .isInstanceOf(Edited.Done.class);
  }

  private static void signIn(Page page) {
    var email = "l" + System.nanoTime() + "@prueba.ec";
    Visit.as(Role.MANAGER, email, "Marta Cruz");
    page.setDefaultTimeout(30_000);
    page.navigate(url("/sign-in"));
    page.fill("[name=email]", email);
    page.fill("[name=password]", Visit.PASSWORD);
    page.click("button.main");
    page.waitForURL(Pattern.compile(".*/console/inbox"));
  }

  private static List<String> listen(Page page) {
    var faults = new ArrayList<String>();
    page.onPageError(faults::add);
    page.onConsoleMessage(it -> {
      if (it.type().equals("error")) {
        faults.add(it.text());
      }
    });
    return faults;
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions soon(Locator locator) {
    return assertThat(locator);
  }

  private static String url(String path) {
    return RunningApplication.shared().url(path).toString();
  }

  private static Browser.NewContextOptions desktop() {
    return new Browser.NewContextOptions().setViewportSize(1280, 860).setLocale("es-EC");
  }
}
