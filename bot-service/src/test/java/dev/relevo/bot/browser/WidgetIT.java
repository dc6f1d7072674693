package dev.relevo.bot.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Content.MediaKind;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.file.Files;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The widget in a real browser, on the demo page, against the whole application.
class WidgetIT extends ChromiumTests {

  private static final ChannelId WEB = new ChannelId("web");
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static RunningApplication application;
  private final List<String> faults = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void start() {
    application = RunningApplication.shared();
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  /// Also: nothing was refused by the page's strict policy, and no script failed.
  @AfterEach
  void nothingWentWrongUnseen() {
    contexts.forEach(BrowserContext::close);
    assertThat(faults).isEmpty();
  }

  @Test
  void aVisitorIsAnsweredHandedToAPersonAndGivenBack() {
    var page = open(desktop());
    ask(page, "¿Cuánto cuesta el servicio?");
    expect(page.locator(".m.bot").last()).containsText("USD 29");

    ask(page, "Quiero hablar con una persona");
    expect(page.locator(".frame")).hasAttribute("data-floor", "person");
    var contact = contactOf(page);
    say(contact, "Hola, soy *Luisa*. ¿En qué le ayudo?");
    expect(page.locator(".m.person")).containsText("Hola, soy Luisa");
    expect(page.locator(".m.person strong")).hasText("Luisa");
    expect(page.locator(".mark.took")).containsText("Luisa tomó el relevo");
    expect(page.locator("header .title")).hasText("Luisa");

    giveBack(contact);
    expect(page.locator(".frame")).hasAttribute("data-floor", "bot");
    ask(page, "¿Cuál es el horario de atención?");
    expect(page.locator(".mark.back")).isVisible();
    expect(page.locator(".m.bot").last()).containsText("08:30");

    page.reload();
    expect(page.locator(".m.person")).containsText("Hola, soy Luisa");
    expect(page.locator(".m.visitor")).hasCount(3);
    expect(page.locator(".mark.took")).hasCount(1);
  }

  @Test
  void filesOfAPersonAreShownOrOfferedToKeep() {
    var page = open(desktop());
    ask(page, "Hola");
    expect(page.locator(".tick.seen")).hasCount(1);
    var contact = contactOf(page);
    say(contact, enclosed(contact, MediaKind.IMAGE, "foto.png", "image/png", PICTURE));
    say(
        contact,
        enclosed(contact, MediaKind.DOCUMENT, "precios.csv", "text/csv", "a;b".getBytes(UTF_8)));
    expect(page.locator(".m.person").first()).containsText("Véalo aquí");
    page.waitForCondition(() ->
        Integer.valueOf(1)
            .equals(
                page.evaluate(
                    "document.querySelector('relevo-chat').shadowRoot.querySelector('.m.person img')?.naturalWidth")));
    expect(page.locator(".m.person a", new Page.LocatorOptions().setHasText("precios.csv")))
        .hasAttribute("href", Pattern.compile(".*/webchat/v1/web/files/.*"));
  }

  @Test
  void whatAttacksStaysText() {
    var page = open(desktop());
    var attack =
        "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script> javascript:alert(1)";
    ask(page, attack);
    expect(page.locator(".m.visitor .text").last()).hasText(attack);
    expect(page.locator(".tick.seen")).hasCount(1);
    var contact = contactOf(page);
    say(contact, attack + " https://ok.example/a?b=c\"onmouseover=alert(1) *<b>x</b>*");
    expect(page.locator(".m.person").last()).containsText("<b>x</b>");
    expect(page.locator(".m img, .m script, .m b")).hasCount(0);
    expect(page.locator(".m a")).hasAttribute("href", "https://ok.example/a?b=c");
    assertThat(page.evaluate("window.hit === undefined")).isEqualTo(true);
  }

  @Test
  void severalTabsShareOneStreamAndShowTheSame() {
    var context = context(desktop());
    var streams = new ArrayList<String>();
    context.onRequest(it -> {
      if (it.url().endsWith("/events")) {
        streams.add(it.url());
      }
    });
    var first = open(context);
    ask(first, "Hola");
    expect(first.locator(".m.bot").last()).containsText("asistente");
    var second = open(context);
    expect(second.locator(".m.visitor")).hasCount(1);
    ask(second, "¿Cuál es el horario de atención? " + UUID.randomUUID());
    expect(first.locator(".m.visitor")).hasCount(2);
    assertThat(streams).hasSize(1);
  }

  @Test
  void whatIsWrittenOfflineGoesOutOnceWhenTheNetworkIsBack() {
    var context = context(desktop());
    var page = open(context);
    ask(page, "Hola");
    expect(page.locator(".m.bot").last()).containsText("asistente");
    context.setOffline(true);
    ask(page, "¿Cuánto cuesta el servicio?");
    expect(page.locator(".banner")).containsText("Sin conexión");
    expect(page.locator(".tick.sending")).hasCount(1);
    context.setOffline(false);
    expect(page.locator(".m.bot").last()).containsText("USD 29");
    expect(page.locator(".m.visitor")).hasCount(2);
    expect(page.locator(".banner")).isEmpty();
    faults.removeIf(it -> it.contains("ERR_INTERNET_DISCONNECTED"));
  }

  @Test
  void worksOnAPhoneByThumbAndOnADesktopByKeyboard() {
    var phone = open(phone());
    expect(phone.locator(".panel")).isHidden();
    phone.locator(".launcher").tap();
    var panel = phone.locator(".panel").boundingBox();
    assertThat(panel.width).isEqualTo(390);
    assertThat(panel.height).isEqualTo(780);
    phone.locator(".option").first().tap();
    expect(phone.locator(".m.bot").last()).containsText("API");
    assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);

    var page = open(desktop());
    page.locator("relevo-chat textarea").focus();
    page.keyboard().type("uno");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("dos");
    page.keyboard().press("Enter");
    expect(page.locator(".m.visitor .text")).hasText(Pattern.compile("uno\\s+dos"));
    page.keyboard().press("Escape");
    expect(page.locator(".panel")).isHidden();
    expect(page.locator(".launcher")).isFocused();
    expect(page.locator(".log")).hasAttribute("aria-live", "polite");
  }

  @Test
  void speaksEnglishAndPortugueseToo() {
    var page = open(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 860));
    expect(page.locator("relevo-chat textarea")).hasAttribute("placeholder", "Write your message…");
    page.locator(".languages a[hreflang=pt]").click();
    expect(page.locator("relevo-chat textarea"))
        .hasAttribute("placeholder", "Escreva sua mensagem…");
  }

  private static LocatorAssertions expect(Locator locator) {
    return PlaywrightAssertions.assertThat(locator);
  }

  /// By the key that the browser keeps.
  private static ContactId contactOf(Page page) {
    var key =
        page.evaluate("Object.entries(localStorage).find(([name]) => name.endsWith(':device'))[1]")
            .toString()
            .replace("\"", "");
    return application
        .bean(Contacts.class)
        .address(
            workspace(), WEB, new Alias(Alias.Kind.VISITOR, key.substring(0, key.indexOf('.'))))
        .orElseThrow()
        .contact();
  }

  private static Content enclosed(
      ContactId contact, MediaKind kind, String name, String mime, byte[] bytes) {
    var file =
        application
            .bean(Files.class)
            .store(
                workspace(),
                Optional.of(contact),
                name,
                mime,
                new ByteArrayInputStream(bytes),
                1_000);
    return new Content.Media(
        kind, Optional.of(file.id()), Optional.empty(), "Véalo aquí", name, mime, Optional.empty());
  }

  private static void say(ContactId contact, String text) {
    say(contact, new Content.Text(text));
  }

  private static void say(ContactId contact, Content content) {
    var members = application.bean(Members.class);
    var luisa =
        members
            .byEmail("luisa@relevo.example")
            .orElseGet(() ->
                members.add(
                    workspace(), "luisa@relevo.example", "Luisa Paredes", Role.AGENT, Language.ES));
    application
        .bean(Outbox.class)
        .post(
            new Post(
                contact,
                new Author.Person(luisa.id()),
                List.of(content),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty()));
  }

  private static void giveBack(ContactId contact) {
    new TransactionTemplate(application.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> {
          var floor = application.bean(Floor.class);
          floor.lock(List.of(contact));
          floor.give(contact, Author.BOT, "test");
        });
  }

  private static WorkspaceId workspace() {
    return application.bean(Channels.class).find(WEB).orElseThrow().workspace();
  }

  private Page open(Browser.NewContextOptions options) {
    return open(context(options));
  }

  private BrowserContext context(Browser.NewContextOptions options) {
    var context = browser().newContext(options);
    contexts.add(context);
    context.setDefaultTimeout(30_000);
    return context;
  }

  private Page open(BrowserContext context) {
    var page = context.newPage();
    page.onConsoleMessage(it -> {
      if (it.type().equals("error")) {
        faults.add(it.text());
      }
    });
    page.onPageError(faults::add);
    page.navigate(application.url("/").toString());
    page.locator("relevo-chat .launcher").waitFor();
    return page;
  }

  private static void ask(Page page, String text) {
    page.locator("relevo-chat textarea").fill(text);
    page.locator("relevo-chat textarea").press("Enter");
  }

  private static Browser.NewContextOptions desktop() {
    return new Browser.NewContextOptions().setLocale("es-EC").setViewportSize(1280, 860);
  }

  private static Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions()
        .setLocale("es-EC")
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(390, 780)
        .setIsMobile(true)
        .setHasTouch(true);
  }
}
