package dev.relevo.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.team.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inbox in a real browser.
class InboxBrowserIT extends ChromiumTests {

  private static final double PATIENCE = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void hearsOfAWaitingCustomerTakesOverRepliesAndGivesBack(int width) {
    try (var context = browser().newContext(viewport(width))) {
      var page = context.newPage();
      var faults = listen(page);
      signIn(page, "Luisa Paredes");
      var name = "Jorge " + System.nanoTime();
      var customer = new Customer(name).says("quiero hablar con una persona");
      var row = page.locator(".row", new Page.LocatorOptions().setHasText(name));
      soon(row).isVisible(visible());
      customer.hears();
      soon(page.locator(".row.waits", new Page.LocatorOptions().setHasText(name)))
          .isVisible(visible());
      row.click();
      soon(page.locator("#take")).isVisible(visible());
      page.click("#take");
      soon(page.locator("#head[data-floor=person] #give")).isVisible(visible());
      page.fill("#text", "Buenas, soy Luisa.\nLe ayudo enseguida.");
      page.press("#text", "Enter");
      soon(page.locator(".m.person", new Page.LocatorOptions().setHasText("soy Luisa")))
          .isVisible(visible());
      Customer.await("the reply", () -> said(customer, "Buenas, soy Luisa.\nLe ayudo enseguida."));
      customer.says("gracias, ¿y la factura?");
      soon(page.locator(".m.customer", new Page.LocatorOptions().setHasText("factura")))
          .isVisible(visible());
      page.click("#give");
      soon(page.locator("#head[data-floor=bot]")).isVisible(visible());
      customer.says("hola").hears();
      soon(page.locator(".m.bot").last()).isVisible(visible());
      org.assertj.core.api.Assertions.assertThat(faults).isEmpty();
      org.assertj.core.api.Assertions.assertThat(
              (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("nothing lies sideways")
          .isLessThanOrEqualTo(0);
    }
  }

  @Test
  void showsTwoPeopleWhatTheOtherDoes() {
    try (var one = browser().newContext(viewport(1440));
        var two = browser().newContext(viewport(1440))) {
      var customer = new Customer("Dos agentes " + System.nanoTime()).says("hola").hears();
      var luisa = one.newPage();
      var pedro = two.newPage();
      signIn(luisa, "Luisa Paredes");
      signIn(pedro, "Pedro Vaca");
      luisa.navigate(RunningApplication.shared().url(customer.path()).toString());
      pedro.navigate(RunningApplication.shared().url(customer.path()).toString());
      soon(luisa.locator("#presence"))
          .containsText(
              "Pedro Vaca", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
      pedro.click("#take");
      soon(luisa.locator("#head[data-floor=person]"))
          .containsText(
              "Pedro Vaca", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
      luisa.locator("#text").blur();
      luisa.keyboard().press("n");
      luisa.fill("#text", "es cliente desde 2019");
      luisa.press("#text", "Enter");
      soon(pedro.locator(".m.note", new Page.LocatorOptions().setHasText("2019")))
          .isVisible(visible());
    }
  }

  @Test
  void runsNothingThatACustomerWrote() {
    try (var context = browser().newContext(viewport(1440))) {
      var page = context.newPage();
      var dialogs = new ArrayList<String>();
      page.onDialog(it -> {
        dialogs.add(it.message());
        it.dismiss();
      });
      signIn(page, "Luisa Paredes");
      var evil =
          "<img src=x onerror=alert(1)><script>alert(2)</script> http://x.ec/\"onmouseover=alert(3)";
      var customer = new Customer("<b onclick=alert(4)>" + System.nanoTime()).says(evil).hears();
      page.navigate(RunningApplication.shared().url(customer.path()).toString());
      soon(page.locator(".m.customer").first())
          .containsText(
              "<img src=x", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
      org.assertj.core.api.Assertions.assertThat(
              page.locator(".m.customer img, .m.customer script").count())
          .isZero();
      org.assertj.core.api.Assertions.assertThat(dialogs).isEmpty();
    }
  }

  @Test
  void opensItsHelpAndWalksTheListByKeys() {
    try (var context = browser().newContext(viewport(1440))) {
      var page = context.newPage();
      new Customer("Teclas uno").says("hola").hears();
      new Customer("Teclas dos").says("hola").hears();
      signIn(page, "Luisa Paredes");
      page.keyboard().press("?");
      soon(page.getByRole(AriaRole.DIALOG)).isVisible(visible());
      page.keyboard().press("Escape");
      page.keyboard().press("j");
      soon(page.locator(".row[aria-current=true]"))
          .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
      page.keyboard().press("Escape");
      page.keyboard().press("/");
      soon(page.locator("#q"))
          .isFocused(new LocatorAssertions.IsFocusedOptions().setTimeout(PATIENCE));
    }
  }

  private static void signIn(Page page, String name) {
    var email = "b" + System.nanoTime() + "@prueba.ec";
    Visit.as(Role.AGENT, email, name);
    page.setDefaultTimeout(PATIENCE);
    page.navigate(RunningApplication.shared().url("/sign-in").toString());
    page.fill("[name=email]", email);
    page.fill("[name=password]", Visit.PASSWORD);
    page.click("button.main");
    page.waitForURL("**/console/inbox");
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

  private static boolean said(Customer customer, String text) {
    return customer.thread().stream()
        .anyMatch(it ->
            it.author() instanceof Author.Person && it.content().equals(new Content.Text(text)));
  }

  private static LocatorAssertions soon(Locator locator) {
    return assertThat(locator);
  }

  private static LocatorAssertions.IsVisibleOptions visible() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }

  private static Browser.NewContextOptions viewport(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 860).setLocale("es-EC");
  }
}
