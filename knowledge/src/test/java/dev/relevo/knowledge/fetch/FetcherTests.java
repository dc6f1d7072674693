package dev.relevo.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTests {

  private static final Set<String> HTML = Set.of("text/html");
  private static final FetchLimits SMALL = new FetchLimits(64 * 1024, Duration.ofSeconds(30));
  private static final FetchLimits HURRIED = new FetchLimits(64 * 1024, Duration.ofSeconds(1));

  private final TestSite site = new TestSite();
  private final Fetcher fetcher = new Fetcher(SMALL, TestSite.reach());

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    site.close();
  }

  @Test
  void takesAPageWithItsTypeAndCharset() {
    site.html("/", "<h1>Envíos</h1>");

    assertThat(fetch(site.at("/")))
        .isInstanceOfSatisfying(
            Fetched.Content.class,
            it -> {
              assertThat(new String(it.bytes(), StandardCharsets.UTF_8))
                  .isEqualTo("<h1>Envíos</h1>");
              assertThat(it.type()).isEqualTo("text/html");
              assertThat(it.charset()).isEqualTo("utf-8");
            });
  }

  @Test
  void asksWithTheValidatorsItHasAndHearsThatNothingChanged() {
    site.html("/", "igual");
    var first = (Fetched.Content) fetch(site.at("/"));

    assertThat(fetcher.fetch(site.at("/"), first.validators(), HTML))
        .isEqualTo(new Fetched.Unchanged());

    site.html("/", "otra cosa");
    assertThat(fetcher.fetch(site.at("/"), first.validators(), HTML))
        .isInstanceOf(Fetched.Content.class);
  }

  @Test
  void followsRedirectsAndSaysWhereTheyLed() {
    site.with("/a", TestSite.redirect("/b")).html("/b", "hola");

    assertThat(fetch(site.at("/a")))
        .isInstanceOfSatisfying(
            Fetched.Content.class, it -> assertThat(it.address()).isEqualTo(site.at("/b")));
  }

  @Test
  void followsNoMoreThanFiveRedirects() {
    site.with("/a", TestSite.redirect("/a"));

    assertThat(refusal(site.at("/a"))).isEqualTo("fetch.redirects");
    assertThat(site.asked()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fd00:ec2::254]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:7f00:1::]/",
        "http://100.64.1.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
      })
  void isNotLedIntoPrivateNetworksByARedirect(String target) throws Exception {
    site.with("/a", TestSite.redirect(target));
    try (var real = new Fetcher(SMALL, Reach.ofInternetAndLoopback(InetAddress::getAllByName))) {
      assertThat(key(real.fetch(site.at("/a"), Validators.NONE, HTML))).isEqualTo("fetch.private");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://127.1/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://127.0.0.1./",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/",
      })
  void onTheInternetAloneThisMachineIsOutOfReachHoweverItIsWritten(String address)
      throws Exception {
    try (var real = new Fetcher(SMALL, Reach.ofInternet(Reach.WEB))) {
      assertThat(key(real.fetch(URI.create(address), Validators.NONE, HTML)))
          .isIn("fetch.private", "fetch.address");
    }
  }

  @Test
  void oneForbiddenAddressAmongSeveralForbidsTheHost() throws Exception {
    Reach.Names mixed =
        host -> new InetAddress[] {address(93, 184, 216, 34), address(192, 168, 1, 1)};
    try (var fetcher = new Fetcher(SMALL, Reach.ofInternetAndLoopback(mixed))) {
      assertThat(key(fetcher.fetch(URI.create("http://shop.example/"), Validators.NONE, HTML)))
          .isEqualTo("fetch.private");
    }
  }

  /// The name is looked up once for a connection, and what was checked is connected to: a resolver
  /// that would give another address the second time is not asked a second time.
  @Test
  void aNameThatChangesItsAddressLeadsNowhereElse() throws Exception {
    site.html("/", "bien");
    var lookups = new AtomicInteger();
    Reach.Names rebinding =
        host ->
            new InetAddress[] {
              lookups.incrementAndGet() == 1
                  ? InetAddress.getLoopbackAddress()
                  : address(169, 254, 169, 254)
            };
    try (var fetcher = new Fetcher(SMALL, Reach.ofInternetAndLoopback(rebinding))) {
      var address = URI.create("http://rebind.example:" + site.port() + "/");
      assertThat(fetcher.fetch(address, Validators.NONE, HTML)).isInstanceOf(Fetched.Content.class);
      assertThat(lookups).hasValue(1);

      var other = URI.create("http://rebind2.example:" + site.port() + "/");
      assertThat(key(fetcher.fetch(other, Validators.NONE, HTML))).isEqualTo("fetch.private");
    }
  }

  @Test
  void portsOfOtherServicesAreOutOfReach() throws Exception {
    Reach.Names publicly = host -> new InetAddress[] {address(93, 184, 216, 34)};
    try (var fetcher = new Fetcher(SMALL, Reach.ofInternetAndLoopback(publicly))) {
      assertThat(key(fetcher.fetch(URI.create("http://a.example:6379/"), Validators.NONE, HTML)))
          .isEqualTo("fetch.port");
    }
  }

  @Test
  void aHugeBodyIsBrokenOff() {
    var block = new byte[16 * 1024];
    site.with(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(block);
          }
        });

    assertThat(refusal(site.at("/"))).isEqualTo("fetch.large");
  }

  @Test
  void aBodyThatDripsIsBrokenOffInTime() throws IOException {
    var done = new CountDownLatch(1);
    site.with(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          while (!waited(done)) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
          }
        });

    assertThat(hurriedRefusal()).isEqualTo("fetch.slow");
    done.countDown();
  }

  @Test
  void aServerThatNeverAnswersIsLeftInTime() throws IOException {
    var done = new CountDownLatch(1);
    site.with("/", exchange -> done.await());

    assertThat(hurriedRefusal()).isEqualTo("fetch.slow");
    done.countDown();
  }

  @Test
  void aBombOfGzipInGzipIsReadNoFurtherThanTheLimit() throws Exception {
    var bomb = gzip(gzip(new byte[100 * 1024 * 1024]));
    assertThat(bomb.length).isLessThan(64 * 1024);
    site.with(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip, gzip");
          exchange.sendResponseHeaders(200, bomb.length);
          exchange.getResponseBody().write(bomb);
        });

    assertThat(refusal(site.at("/"))).isEqualTo("fetch.large");
  }

  @Test
  void packedContentIsUnpacked() throws Exception {
    var packed = gzip("<p>hola".getBytes(StandardCharsets.UTF_8));
    site.with(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, packed.length);
          exchange.getResponseBody().write(packed);
        });

    assertThat(fetch(site.at("/")))
        .isInstanceOfSatisfying(
            Fetched.Content.class, it -> assertThat(it.bytes()).asString().isEqualTo("<p>hola"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.com/",
        "gopher://example.com/",
        "jar:http://a.example!/x",
        "javascript:alert(1)",
        "http:///x",
        "http://a b/",
        "data:text/html,x",
      })
  void onlyWebAddressesAreAddresses(String text) {
    assertThat(WebAddress.of(text)).isInstanceOf(WebAddress.Wrong.class);
  }

  @Test
  void credentialsInAnAddressAreRefusedAlsoInARedirect() {
    assertThat(WebAddress.of("https://ana:secreta@example.com/"))
        .isInstanceOfSatisfying(
            WebAddress.Wrong.class,
            it -> assertThat(it.why().key()).isEqualTo("fetch.credentials"));
    site.with("/a", TestSite.redirect("http://ana:x@127.0.0.1:" + site.port() + "/b"));
    assertThat(refusal(site.at("/a"))).isEqualTo("fetch.credentials");
  }

  @Test
  void anAddressIsTakenAsPeopleWriteIt() {
    assertThat(WebAddress.of(" www.Ejemplo.ec "))
        .isEqualTo(new WebAddress.Sound(URI.create("https://www.ejemplo.ec/")));
    assertThat(WebAddress.of("https://ñandú.ec/envíos#costo"))
        .isEqualTo(new WebAddress.Sound(URI.create("https://xn--and-6ma2c.ec/env%C3%ADos")));
  }

  @Test
  void otherTypesAndErrorsAreNamed() {
    site.with("/a", TestSite.bytes("image/png", new byte[] {1}));
    assertThat(refusal(site.at("/a"))).isEqualTo("fetch.type");
    assertThat(fetch(site.at("/gone")))
        .isInstanceOfSatisfying(
            Fetched.Refused.class,
            it -> {
              assertThat(it.status()).isEqualTo(404);
              assertThat(it.why().in(Locale.of("es")))
                  .isEqualTo(
                      "«127.0.0.1» respondió con el error 404."
                          + " Revise que la página exista y sea pública.");
            });
  }

  private Fetched fetch(URI address) {
    return fetcher.fetch(address, Validators.NONE, HTML);
  }

  private String refusal(URI address) {
    return key(fetch(address));
  }

  private String hurriedRefusal() throws IOException {
    try (var hurried = new Fetcher(HURRIED, TestSite.reach())) {
      return key(hurried.fetch(site.at("/"), Validators.NONE, HTML));
    }
  }

  private static String key(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Refused(_, var why) -> why.key();
      case Fetched.Content _ -> "content";
      case Fetched.Unchanged() -> "unchanged";
    };
  }

  private static InetAddress address(int... bytes) throws UnknownHostException {
    var address = new byte[bytes.length];
    for (int at = 0; at < bytes.length; at++) {
      address[at] = (byte) bytes[at];
    }
    return InetAddress.getByAddress(address);
  }

  private static boolean waited(CountDownLatch done) throws IOException {
    try {
      return done.await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
