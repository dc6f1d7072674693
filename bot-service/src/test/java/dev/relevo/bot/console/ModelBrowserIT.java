package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.standin.ModelStandIn;
import org.junit.jupiter.api.Test;

/// A model's way through the console in a real browser, the model itself played by a stand-in.
class ModelBrowserIT extends ChromiumTests {

  private static final String QUESTION = "¿y el costo en Galápagos, más o menos?";

  @Test
  void isConnectedTriedSeenAtWorkAndDisconnected() {
    try (var provider = new ModelStandIn().requiring(ConnectedModel.KEY);
        var olga = Colleague.olga(browser(), Colleague.DESKTOP)) {
      var page = olga.opens("/console/assistants/model").page();
      connect(page, "en ninguna parte");
      olga.sees(olga.shown("#connect .fault", "no es una dirección"));
      connect(page, provider.url().toString());
      olga.sees(olga.shown("[role=status]", "El modelo está conectado"));
      page.click("#standing .btn");
      olga.sees(olga.shown("[role=status]", "respondió en"));

      olga.opens("/console/assistants/new");
      page.fill("#try-card [name=question]", QUESTION);
      page.click("#try-card .btn");
      olga.sees(olga.shown("#tried summary", "Qué se preguntó al modelo"));

      var customer = new Customer("Rosa Vera").says(QUESTION).hears();
      seenAtWork(olga, customer);
      try (var phone = Colleague.olga(browser(), Colleague.PHONE)) {
        for (var path : new String[] {"", "/model", "/spend", "/dialogflow", "/new"}) {
          phone.opens("/console/assistants" + path);
          assertThat(phone.nothingLiesSideways()).as(path).isTrue();
        }
        phone.opens(page.url().replaceFirst(".*(?=/console)", ""));
        assertThat(phone.nothingLiesSideways()).isTrue();
      }

      olga.opens("/console/assistants/model");
      page.onceDialog(it -> it.accept());
      page.click("#remove .btn");
      olga.sees(olga.shown("#standing h2", "Ningún modelo conectado"));
      assertThat(olga.faults()).isEmpty();
    }
  }

  private static void seenAtWork(Colleague olga, Customer customer) {
    var page = olga.opens(customer).page();
    page.locator(".m.bot").first().hover();
    var details = page.locator(".m.bot details.why summary").first();
    if (details.count() > 0) {
      details.click();
    }
    page.locator(".m.bot a[href*='/why/']").first().click();
    olga.sees(olga.shown("#said", QUESTION));
    olga.sees(olga.shown("#calls h3", "Llamada 1"));
    olga.sees(olga.shown("#calls pre", "Galápagos").first());
  }

  private static void connect(Page page, String address) {
    page.fill("#connect [name=address]", address);
    page.fill("#connect [name=name]", ModelStandIn.MODEL);
    page.fill("#connect [name=key]", ConnectedModel.KEY);
    page.fill("#connect [name=prices]", "*=0.15/0.60");
    page.click("#connect .btn.main");
  }
}
