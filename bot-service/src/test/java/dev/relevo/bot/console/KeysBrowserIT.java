package dev.relevo.bot.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import dev.relevo.bot.access.Partner;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import org.junit.jupiter.api.Test;

/// The owner's page of API keys in a real browser.
class KeysBrowserIT extends ChromiumTests {

  @Test
  void makesAKeyShowsItOnceAndRevokesIt() {
    try (var context =
        browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
      var page = context.newPage();
      page.onDialog(Dialog::accept);
      signIn(page);
      page.navigate(RunningApplication.shared().url("/console/settings").toString());
      page.click("#keys a");
      var name = "Tienda " + System.nanoTime();
      page.fill("[name=name]", name);
      page.check("[value='matrix:write']");
      page.click("form[hx-post] button");
      var key = page.locator("#made").inputValue();
      org.assertj.core.api.Assertions.assertThat(
              Partner.knowing(key).get("/api/v1/matrix/rows").statusCode())
          .isEqualTo(200);
      page.reload();
      assertThat(page.locator("#made")).hasCount(0);
      var line = page.locator("#keys .across", new Page.LocatorOptions().setHasText(name));
      assertThat(line).containsText("matrix:write");
      line.locator("button").click();
      assertThat(page.locator("#keys")).not().containsText(name);
      org.assertj.core.api.Assertions.assertThat(
              Partner.knowing(key).get("/api/v1/matrix/rows").statusCode())
          .isEqualTo(401);
    }
  }

  private static void signIn(Page page) {
    var email = "duena" + System.nanoTime() + "@prueba.ec";
    Visit.as(Role.OWNER, email, "Lucía Paz");
    page.setDefaultTimeout(20_000);
    page.navigate(RunningApplication.shared().url("/sign-in").toString());
    page.fill("[name=email]", email);
    page.fill("[name=password]", Visit.PASSWORD);
    page.click("button.main");
    page.waitForURL("**/console/inbox");
  }
}
