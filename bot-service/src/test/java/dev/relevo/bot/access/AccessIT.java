package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.bot.BotService;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();

  @Test
  void letsAMemberInByEmailAndPassword() {
    var email = someone(Role.AGENT);
    var visit = new Visit();
    var entered = visit.signIn(email, Visit.PASSWORD);
    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(Visit.location(entered))
        .hasValueSatisfying(it -> assertThat(it).endsWith("/console/inbox"));
    assertThat(visit.get("/console/inbox").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsPasswordsByArgon2idOnly() {
    var email = someone(Role.AGENT);
    var member = APPLICATION.bean(Members.class).byEmail(email).orElseThrow();
    assertThat(APPLICATION.bean(Credentials.class).hash(member.id()))
        .hasValueSatisfying(
            it -> assertThat(it).startsWith("$argon2id$").doesNotContain(Visit.PASSWORD));
  }

  @Test
  void closesAnAccountForAWhileAfterFiveWrongPasswordsAndSaysHowLong() {
    var email = someone(Role.AGENT);
    var visit = new Visit();
    for (int i = 0; i < Throttle.ACCOUNT_TRIES; i++) {
      assertThat(Visit.location(visit.signIn(email, "no es esta " + i)))
          .hasValueSatisfying(it -> assertThat(it).endsWith("?wrong"));
    }
    var closed = visit.signIn(email, Visit.PASSWORD);
    assertThat(Visit.location(closed)).hasValueSatisfying(it -> assertThat(it).contains("?wait="));
    var page =
        visit.get(
            URI.create(Visit.location(closed).orElseThrow()).isAbsolute()
                ? URI.create(Visit.location(closed).orElseThrow())
                : APPLICATION.url(Visit.location(closed).orElseThrow()));
    assertThat(page.body())
        .containsPattern("Demasiados intentos. Espere \\d+ segundos|Wait \\d+ seconds");
    forgetTries();
  }

  /// The application trusts 127.0.0.1 and no other address.
  @Test
  void countsTriesByTheAddressThatATrustedProxyTellsAndByNoOther() {
    var throttle = APPLICATION.bean(Throttle.class);
    for (int i = 0; i < Throttle.NETWORK_TRIES; i++) {
      throttle.enter("nadie" + i + "@prueba.ec", "203.0.113.77");
      throttle.enter("nadie" + i + "@prueba.ec", "127.0.0.2");
    }

    assertThat(tried("127.0.0.1", "203.0.113.77")).contains("?wait=");
    assertThat(tried("127.0.0.1", "198.51.100.1, 203.0.113.78")).endsWith("?wrong");
    assertThat(tried("127.0.0.2", "203.0.113.79")).contains("?wait=");
  }

  @Test
  void refusesAFormWithoutTheTokenOfItsPage() {
    var visit = Visit.as(Role.AGENT);
    assertThat(
            visit
                .postWithoutToken("/console/me", Map.of("name", "X", "language", "es"))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            new Visit()
                .postWithoutToken("/sign-in", Map.of("email", "a@b.ec", "password", "x"))
                .statusCode())
        .isEqualTo(403);
  }

  /// Answered while the body is still awaited: nothing of it was read.
  @Test
  void readsNoFilesOfStrangers() throws Exception {
    var url = APPLICATION.url("/console/matrix/check");
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              """
              POST /console/matrix/check HTTP/1.1\r
              Host: localhost\r
              Content-Type: Multipart/Form-Data; boundary=edge\r
              Content-Length: 40000000\r
              \r
              --edge\r
              """
                  .getBytes(StandardCharsets.UTF_8));
      var answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(answer.readLine()).contains("302");
      assertThat(answer.lines().takeWhile(it -> !it.isEmpty()))
          .anySatisfy(
              it -> assertThat(it).startsWithIgnoringCase("location:").endsWith("/sign-in"));
    }
  }

  @Test
  void usesALinkUpOnce() {
    var link = Invited.link(Role.AGENT);
    var first = new Visit();
    assertThat(first.get(link).statusCode()).isEqualTo(200);
    assertThat(first.post(link, form("uno")).statusCode()).isEqualTo(302);
    var second = new Visit();
    assertThat(second.get(link).statusCode()).isEqualTo(410);
    second.get("/sign-in");
    assertThat(second.post(link, form("dos")).statusCode()).isEqualTo(410);
  }

  @Test
  void asksForAPasswordThatIsNotEasilyGuessedAndKeepsTheLink() {
    var link = Invited.link(Role.AGENT);
    var visit = new Visit();
    visit.get(link);
    var weak =
        visit.post(
            link,
            Map.of(
                "name",
                "Ana",
                "email",
                "ana" + System.nanoTime() + "@prueba.ec",
                "password",
                "corta"));
    assertThat(weak.statusCode()).isEqualTo(422);
    assertThat(visit.post(link, form("ana")).statusCode()).isEqualTo(302);
  }

  @Test
  void keepsOnlyTheHashOfALinksToken() {
    var link = Invited.link(Role.AGENT).toString();
    var token = link.substring(link.lastIndexOf('/') + 1);
    assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    assertThat(
            jdbc()
                .sql("SELECT count(*) FROM bot.entry_link WHERE token = :token")
                .param("token", Token.sha256(token))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void endsTheSessionsOfADeactivatedMemberAtOnce() {
    var email = "m" + System.nanoTime() + "@prueba.ec";
    var visit = Visit.as(Role.AGENT, email);
    assertThat(visit.get("/console/inbox").statusCode()).isEqualTo(200);
    var member = APPLICATION.bean(Members.class).byEmail(email).orElseThrow();
    Invited.access().deactivate(Invited.owner(), member.id());
    assertThat(visit.get("/console/inbox").statusCode()).isEqualTo(302);
    assertThat(Visit.location(new Visit().signIn(email, Visit.PASSWORD)))
        .hasValueSatisfying(it -> assertThat(it).endsWith("?wrong"));
  }

  @Test
  void setsANewPasswordByALinkAndEndsOlderSessions() {
    var email = "m" + System.nanoTime() + "@prueba.ec";
    var before = Visit.as(Role.AGENT, email);
    var member = APPLICATION.bean(Members.class).byEmail(email).orElseThrow();
    var link = Invited.access().resetLink(Invited.owner(), member.id());
    var visit = new Visit();
    visit.get(link);
    assertThat(visit.post(link, Map.of("password", "otra frase larga 9")).statusCode())
        .isEqualTo(302);
    assertThat(before.get("/console/inbox").statusCode()).isEqualTo(302);
    assertThat(Visit.location(new Visit().signIn(email, "otra frase larga 9")))
        .hasValueSatisfying(it -> assertThat(it).endsWith("/console/inbox"));
  }

  @Test
  void letsManagersLookAfterAgentsOnly() {
    var email = "m" + System.nanoTime() + "@prueba.ec";
    Visit.as(Role.MANAGER, email);
    var manager = SignedIn.as(APPLICATION.bean(Members.class).byEmail(email).orElseThrow());
    assertThat(Invited.access().invite(manager, Role.AGENT).getPath()).startsWith("/welcome/");
    assertThatThrownBy(() -> Invited.access().invite(manager, Role.OWNER))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> Invited.access().deactivate(manager, Invited.owner().member()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void sendsItsPagesWithoutAnythingInlineAndUnderAStrictPolicy() {
    var page = Visit.as(Role.OWNER).get("/console/inbox");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            it -> assertThat(it).contains("default-src 'none'").doesNotContain("unsafe"));
    assertThat(page.body())
        .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
        .doesNotContain(" style=\"")
        .doesNotContain("onclick=");
    assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(page.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
  }

  @Test
  void aSessionKnownBeforeTheSignInIsNoGoodAfterIt() {
    var email = someone(Role.AGENT);
    var visit = new Visit();
    visit.get("/sign-in");
    var known = visit.cookie();
    visit.signIn(email, Visit.PASSWORD);

    assertThat(known).startsWith("relevo=");
    assertThat(visit.cookie()).startsWith("relevo=").isNotEqualTo(known);
    assertThat(new Visit(Map.of("Cookie", known)).get("/console/me").statusCode()).isEqualTo(302);
    assertThat(visit.get("/console/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aLinkThatLetsInGivesAnotherSessionToo() {
    var link = Invited.link(Role.AGENT);
    var visit = new Visit();
    visit.get(link);
    var known = visit.cookie();
    assertThat(visit.post(link, form("Fija")).statusCode()).isEqualTo(302);

    assertThat(known).startsWith("relevo=");
    assertThat(new Visit(Map.of("Cookie", known)).get("/console/me").statusCode()).isEqualTo(302);
  }

  @Test
  void theSessionsCookieIsKeptFromScriptsAndOtherSites() {
    var visit = new Visit();
    var cookie = visit.get("/sign-in").headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie).startsWith("relevo=").contains("HttpOnly").contains("SameSite=Lax");
  }

  /// A second server on the same database, which people reach by https.
  @Nested
  class AtAnotherServer {

    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start(@TempDir Path folder) {
      server =
          new SpringApplicationBuilder(BotService.class)
              .run(
                  "--server.port=0",
                  "--relevo.public-url=https://chat.tienda.example",
                  "--relevo.data-dir=" + folder,
                  "--relevo.database.url="
                      + APPLICATION.bean(Environment.class).getProperty("relevo.database.url"),
                  "--relevo.channels[0].id=web",
                  "--relevo.channels[0].type=webchat");
    }

    @AfterAll
    static void stop() {
      server.close();
    }

    @Test
    void keepsSessionsInTheDatabaseSoThatTheyOutliveTheServer() throws Exception {
      var cookie = Visit.as(Role.AGENT).cookie();
      assertThat(get("/console/me", "Cookie", cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void whereThePublicUrlIsHttpsTheSessionsCookieGoesByHttpsOnly() throws Exception {
      var page = get("/sign-in", "Accept", "text/html");
      assertThat(page.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it).containsPattern("(?i); *secure(;|$)"))
          .anySatisfy(
              it -> assertThat(it).startsWith("relevo=").contains("HttpOnly", "SameSite=Lax"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
      var port = server.getEnvironment().getProperty("local.server.port");
      var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
      try (var http = HttpClient.newHttpClient()) {
        return http.send(request.headers(headers).build(), BodyHandlers.ofString());
      }
    }
  }

  private static String tried(String address, String spokenFor) {
    var visit = Visit.from(InetAddress.ofLiteral(address), spokenFor);
    var email = "nadie" + System.nanoTime() + "@prueba.ec";
    return Visit.location(visit.signIn(email, "no es esta")).orElseThrow();
  }

  private static String someone(Role role) {
    var email = "m" + System.nanoTime() + "@prueba.ec";
    Visit.as(role, email);
    return email;
  }

  private static Map<String, String> form(String name) {
    return Map.of(
        "name", name, "email", name + System.nanoTime() + "@prueba.ec", "password", Visit.PASSWORD);
  }

  private static void forgetTries() {
    jdbc().sql("DELETE FROM bot.sign_in_try").update();
  }

  private static JdbcClient jdbc() {
    return APPLICATION.bean(JdbcClient.class);
  }
}
