package dev.relevo.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A member of the team at the console, in a browser's window of their own. They signed in once for
/// all windows.
final class Colleague implements AutoCloseable {

  static final int DESKTOP = 1440;
  static final int PHONE = 390;

  private static final double PATIENCE = 20_000;
  private static final Map<String, Visit> VISITS = new HashMap<>();

  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();

  private Colleague(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE);
    this.page = context.newPage();
    page.onPageError(faults::add);
    page.onConsoleMessage(it -> {
      if (it.type().equals("error")) {
        faults.add(it.text());
      }
    });
  }

  static Colleague at(Browser browser, String name, int width) {
    return at(browser, name, Role.AGENT, width);
  }

  /// Somebody who manages.
  static Colleague marta(Browser browser, int width) {
    return at(browser, "Marta Jara", Role.MANAGER, width);
  }

  /// Somebody who owns the workspace.
  static Colleague olga(Browser browser, int width) {
    return at(browser, "Olga Mera", Role.OWNER, width);
  }

  private static Colleague at(Browser browser, String name, Role role, int width) {
    var visit =
        VISITS.computeIfAbsent(
            name, it -> Visit.as(role, "b" + System.nanoTime() + "@prueba.ec", it));
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 860)
                .setHasTouch(width == PHONE)
                .setLocale("es-EC"));
    var cookie = visit.cookie().split("=", 2);
    context.addCookies(
        List.of(
            new Cookie(cookie[0], cookie[1])
                .setUrl(RunningApplication.shared().url("/").toString())));
    return new Colleague(context);
  }

  static Colleague luisa(Browser browser) {
    return at(browser, "Luisa Paredes", DESKTOP);
  }

  Page page() {
    return page;
  }

  Colleague opens(String path) {
    page.navigate(RunningApplication.shared().url(path).toString());
    return this;
  }

  /// The customer's thread, ready to be written in.
  Colleague opens(Customer customer) {
    opens(customer.path());
    page.locator("#compose").waitFor();
    return this;
  }

  Colleague writes(String text) {
    page.fill("#text", text);
    page.press("#text", "Enter");
    return this;
  }

  Locator row(String name) {
    return page.locator(".row", new Page.LocatorOptions().setHasText(name));
  }

  Locator shown(String selector, String text) {
    return page.locator(selector, new Page.LocatorOptions().setHasText(text));
  }

  void sees(Locator locator) {
    assertThat(locator).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
  }

  void sees(String selector) {
    sees(page.locator(selector));
  }

  void sees(String selector, String text) {
    assertThat(page.locator(selector))
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  void seesNo(Locator locator) {
    assertThat(locator).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
  }

  void sees(int count, Locator locator) {
    assertThat(locator)
        .hasCount(count, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
  }

  boolean nothingLiesSideways() {
    return (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
  }

  /// What the page's scripts or its strict policy complained of.
  List<String> faults() {
    return faults;
  }

  @Override
  public void close() {
    context.close();
  }
}
