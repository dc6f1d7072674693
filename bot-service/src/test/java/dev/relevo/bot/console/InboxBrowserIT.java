package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.team.Role;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The inbox in a real browser: who waits, and finding one's way.
class InboxBrowserIT extends ChromiumTests {

  /// In the place of what a browser without a screen has not: counts what was asked, shown, rung.
  private static final String STUBS =
      """
      window.asked = 0; window.notices = []; window.rung = 0;
      window.Notification = class {
        static permission = 'default';
        static requestPermission() { asked++; Notification.permission = 'granted'; return Promise.resolve('granted'); }
        constructor(title, options) { notices.push(options.body); }
        close() {}
      };
      window.AudioContext = class {
        currentTime = 0; destination = {};
        createGain() { return { gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: it => it }; }
        createOscillator() { rung++; return { frequency: {}, connect: it => it, start() {}, stop() {} }; }
      };
      """;

  @ParameterizedTest
  @ValueSource(ints = {Colleague.DESKTOP, Colleague.PHONE})
  void hearsOfAWaitingCustomerTakesOverRepliesAndGivesBack(int width) {
    try (var luisa = Colleague.at(browser(), "Luisa Paredes", width).opens("/console/inbox")) {
      var page = luisa.page();
      var name = "Jorge " + System.nanoTime();
      var customer = new Customer(name).says("quiero hablar con una persona");
      luisa.sees(luisa.shown(".row.waits", name));
      luisa.row(name).click();
      page.click("#take");
      luisa.sees("#head[data-floor=person] #give");
      luisa.writes("Buenas, soy Luisa.\nLe ayudo enseguida.");
      luisa.sees(luisa.shown(".m.person", "soy Luisa"));
      Customer.await("the reply", () -> said(customer, "Buenas, soy Luisa.\nLe ayudo enseguida."));
      customer.says("gracias, ¿y la factura?");
      luisa.sees(luisa.shown(".m.customer", "factura"));
      page.click("#give");
      luisa.sees("#head[data-floor=bot]");
      customer.says("hola").hears();
      luisa.sees(page.locator(".m.bot").last());
      assertThat(luisa.faults()).isEmpty();
      assertThat(luisa.nothingLiesSideways()).isTrue();
      if (width == Colleague.PHONE) {
        page.click(".back");
        luisa.sees(luisa.row(name));
      }
    }
  }

  @Test
  void ringsForANewHandoffAndAsksPolitelyBeforeItShowsNotices() {
    try (var luisa = Colleague.luisa(browser())) {
      var page = luisa.page();
      page.addInitScript(STUBS);
      luisa.opens("/console/inbox");
      page.locator(".list").click();
      new Customer("Primera " + System.nanoTime()).says("quiero hablar con una persona");
      luisa.sees(2, page.locator(".toast"));
      assertThat((Integer) page.evaluate("rung")).isPositive();
      assertThat(page.evaluate("asked")).isEqualTo(0);

      page.locator(".toast").last().getByRole(AriaRole.BUTTON).click();
      page.waitForCondition(() -> page.evaluate("asked").equals(1));
      assertThat((Integer) page.evaluate("notices.length")).isZero();
      page.evaluate("document.hasFocus = () => false");
      new Customer("Segunda " + System.nanoTime()).says("quiero hablar con una persona");
      page.waitForCondition(() -> page.evaluate("notices.length").equals(1));
      assertThat(page.evaluate("notices[0]")).isEqualTo(words(page, "handoff"));
      assertThat(page.evaluate("asked")).isEqualTo(1);
    }
  }

  @Test
  void ringsForAHandoffItSleptThroughOnceAndNotForATakenOne() {
    try (var luisa = Colleague.luisa(browser())) {
      var page = luisa.page();
      page.addInitScript(STUBS);
      var withheld = new ArrayList<Route>();
      page.route("**/console/live*", withheld::add);
      luisa.opens("/console/inbox");
      page.waitForCondition(() -> !withheld.isEmpty());
      page.locator("#q").click();
      var taken = new Customer("Tomada " + System.nanoTime());
      taken.says("quiero hablar con una persona").hears();
      Visit.as(Role.AGENT, "t" + System.nanoTime() + "@prueba.ec", "Teo Toma")
          .post(taken.path() + "/take", Map.of("request", UUID.randomUUID().toString()));
      var name = "Dormida " + System.nanoTime();
      new Customer(name).says("quiero hablar con una persona").hears();

      page.unroute("**/console/live*");
      withheld.forEach(Route::resume);
      var rings = luisa.shown(".toast", words(page, "handoff"));
      luisa.sees(1, rings);
      assertThat((Integer) page.evaluate("rung")).isPositive();
      rings.getByRole(AriaRole.BUTTON).click();
      luisa.sees("#head", name);

      luisa.opens("/console/inbox");
      luisa.sees(luisa.row(name));
      var later = "Despierta " + System.nanoTime();
      new Customer(later).says("quiero hablar con una persona");
      luisa.sees(1, rings);
      rings.getByRole(AriaRole.BUTTON).click();
      luisa.sees("#head", later);
    }
  }

  @Test
  void countsWhatIsUnreadAndHowLongTheCustomerWaits() {
    try (var luisa = Colleague.luisa(browser())) {
      var page = luisa.page();
      page.clock().install();
      luisa.opens("/console/inbox");
      var name = "Espera " + System.nanoTime();
      new Customer(name).says("quiero hablar con una persona").hears().says("¿hola?");
      luisa.sees(1, luisa.shown(".row.waits .badge", "2"));
      page.clock().fastForward("05:30");
      luisa.sees(1, luisa.row(name).locator(".when", withText("5 min")));
      luisa.row(name).click();
      luisa.seesNo(luisa.row(name).locator(".badge"));
      luisa.sees(luisa.row(name).locator(".when", withText("5 min")));
    }
  }

  @Test
  void findsByNameAndTextAndKeepsPausedAndClosedApart() {
    var mark = Long.toString(System.nanoTime(), 36);
    new Customer("Con bot " + mark).says("hola").hears();
    var paused = new Customer("Pausada " + mark).says("quiero hablar con una persona").hears();
    var closed = new Customer("Cerrada " + mark).says("mi código es zafiro" + mark).hears();
    try (var luisa = Colleague.luisa(browser()).opens(closed)) {
      var page = luisa.page();
      page.click("#close-menu > summary");
      page.fill("#close-form [name=category]", "Consulta");
      page.click("#close-form .main");
      luisa.sees("#head[data-open=false]");

      luisa.opens("/console/inbox");
      page.fill("#q", mark);
      luisa.sees(2, page.locator(".row"));
      page.fill("#q", "pausada " + mark);
      luisa.sees(1, page.locator(".row"));
      luisa.opens("/console/inbox?status=paused&q=" + mark);
      luisa.sees(1, page.locator(".row"));
      luisa.sees(luisa.row(paused.contact().knownAs().orElseThrow()));
      luisa.opens("/console/inbox?status=closed&q=zafiro" + mark);
      luisa.sees(luisa.row("Cerrada " + mark));
      page.fill("#q", "nada de nada " + mark);
      luisa.sees("#rows .empty h2");
    }
  }

  @Test
  void runsNothingThatACustomerWrote() {
    try (var luisa = Colleague.luisa(browser())) {
      var page = luisa.page();
      var dialogs = new ArrayList<String>();
      page.onDialog(it -> {
        dialogs.add(it.message());
        it.dismiss();
      });
      var evil =
          "<img src=x onerror=alert(1)><script>alert(2)</script> http://x.ec/\"onmouseover=alert(3)";
      luisa.opens(new Customer("<b onclick=alert(4)>" + System.nanoTime()).says(evil).hears());
      luisa.sees(luisa.shown(".m.customer", "<img src=x"));
      assertThat(page.locator(".m.customer img, .m.customer script").count()).isZero();
      assertThat(dialogs).isEmpty();
    }
  }

  @Test
  void opensItsHelpAndWalksTheListByKeys() {
    new Customer("Teclas uno").says("hola").hears();
    new Customer("Teclas dos").says("hola").hears();
    try (var luisa = Colleague.luisa(browser()).opens("/console/inbox")) {
      var page = luisa.page();
      page.keyboard().press("?");
      luisa.sees(page.getByRole(AriaRole.DIALOG));
      page.keyboard().press("Escape");
      page.keyboard().press("j");
      luisa.sees(1, page.locator(".row[aria-current=true]"));
      luisa.sees("#compose");
      luisa.sees("#text:focus");
      page.keyboard().press("Escape");
      luisa.sees("body:not(:has(#text:focus))");
      page.keyboard().press("/");
      PlaywrightAssertions.assertThat(page.locator("#q"))
          .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(20_000));
    }
  }

  @ParameterizedTest
  @CsvSource({"en, Unassigned, Take the chat", "pt, Sem atribuição, Assumir o chat"})
  void speaksTheMembersLanguageOnceTheyChooseIt(String code, String unassigned, String take) {
    var email = "idioma" + System.nanoTime() + "@prueba.ec";
    Visit.as(Role.AGENT, email, "Iris Idioma");
    var customer = new Customer("Idioma " + System.nanoTime()).says("hola").hears();
    try (var context = browser().newContext()) {
      var page = context.newPage();
      page.navigate(RunningApplication.shared().url("/sign-in").toString());
      page.fill("[name=email]", email);
      page.fill("[name=password]", Visit.PASSWORD);
      page.click("button.main");
      page.waitForURL("**/console/inbox");
      PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "es");
      page.navigate(RunningApplication.shared().url("/console/me").toString());
      page.selectOption("[name=language]", code);
      page.locator("form:has([name=language]) button.main").click();
      PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", code);
      page.navigate(RunningApplication.shared().url(customer.path()).toString());
      PlaywrightAssertions.assertThat(page.locator("#take")).containsText(take);
      PlaywrightAssertions.assertThat(page.locator("#head")).containsText(unassigned);
    }
  }

  private static Locator.LocatorOptions withText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static String words(Page page, String key) {
    return page.locator("#words").getAttribute("data-" + key);
  }

  private static boolean said(Customer customer, String text) {
    return customer.thread().stream()
        .anyMatch(it ->
            it.author() instanceof Author.Person && it.content().equals(new Content.Text(text)));
  }
}
