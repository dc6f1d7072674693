package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every door of the API, found from the mappings themselves: a new one is tested without being
/// named here.
class ApiDoorsIT {

  private static final String OPEN = "/api/openapi.json";

  private static final Map<Scope, Partner> PARTNERS =
      Arrays.stream(Scope.values()).collect(Collectors.toMap(Function.identity(), Partner::with));
  private static final Partner REVOKED = Partner.with(Scope.values()).revoked();

  /// A door: how and where one knocks, and which scope opens it.
  record Knock(String method, String path, Scope needed) {

    HttpResponse<String> by(Partner partner) {
      return partner.send(
          method,
          path,
          BodyPublishers.ofString(""),
          "If-Match",
          "\"0\"",
          "Content-Type",
          path.endsWith("/file") ? "text/csv" : "application/json");
    }
  }

  static Stream<Knock> doors() {
    return RunningApplication.shared()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .flatMap(entry ->
            entry.getKey().getPatternValues().stream()
                .filter(it -> it.startsWith("/api") && !it.equals(OPEN))
                .flatMap(path ->
                    entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(it ->
                            new Knock(
                                it.name(),
                                path.replaceAll("\\{[a-z]+}", "x"),
                                needed(entry.getValue().getMethodAnnotation(Needs.class))))));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void isOpenToKeysOfItsScopeOnly(Knock door) {
    assertThat(refusal(door.by(Partner.nobody()))).isEqualTo("401 key-missing");
    assertThat(refusal(door.by(REVOKED))).isEqualTo("401 key-unknown");
    PARTNERS.forEach((scope, partner) -> {
      var answer = door.by(partner);
      if (scope == door.needed()) {
        assertThat(answer.statusCode())
            .as("%s %s", door, answer.body())
            .isNotIn(401, 403, 405)
            .isLessThan(500);
        assertThat(answer.body()).doesNotContain("no-such-address");
      } else {
        assertThat(refusal(answer)).as("%s with %s", door, scope).isEqualTo("403 scope-missing");
      }
    });
  }

  @Test
  void showsAKeyOnlyItsOwnWorkspace() {
    var stranger = Partner.elsewhere(Scope.MATRIX_READ);
    assertThat(Partner.json(stranger.get("/api/v1/matrix/rows")).path("rows")).isEmpty();
    assertThat(Partner.json(stranger.get("/api/v1/matrix/versions")).path("versions")).isEmpty();
    assertThat(refusal(stranger.get("/api/v1/matrix/versions/1"))).isEqualTo("404 version-unknown");
    assertThat(refusal(stranger.get("/api/v1/matrix/rows/PER-001"))).isEqualTo("404 row-unknown");
    var own = Partner.with(Scope.MATRIX_READ);
    assertThat(own.get("/api/v1/matrix/rows/PER-001").statusCode()).isEqualTo(200);
  }

  @Test
  void looksAtNoCookieAndSetsNone() {
    var cookie = Visit.as(Role.OWNER).cookie();
    var answer =
        Partner.nobody()
            .send("GET", "/api/v1/matrix/rows", BodyPublishers.noBody(), "Cookie", cookie);
    assertThat(refusal(answer)).isEqualTo("401 key-missing");
    var known = Partner.with(Scope.MATRIX_READ).get("/api/v1/matrix/rows");
    assertThat(known.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void letsNoOtherSiteIn() {
    var partner = Partner.with(Scope.MATRIX_READ);
    var answer =
        partner.send(
            "GET",
            "/api/v1/matrix/rows",
            BodyPublishers.noBody(),
            "Origin",
            "https://otra.example");
    assertThat(answer.headers().map().keySet())
        .noneMatch(it -> it.toLowerCase(Locale.ROOT).startsWith("access-control"));
    var preflight =
        Partner.nobody()
            .send(
                "OPTIONS",
                "/api/v1/matrix/rows",
                BodyPublishers.noBody(),
                "Origin",
                "https://otra.example",
                "Access-Control-Request-Method",
                "GET");
    assertThat(preflight.statusCode()).isEqualTo(401);
  }

  @Test
  void takesAKeyFromItsHeaderOnly() {
    var partner = Partner.with(Scope.MATRIX_READ);
    var nobody = Partner.nobody();
    assertThat(refusal(nobody.get("/api/v1/matrix/versions?key=" + partner.key())))
        .isEqualTo("401 key-missing");
    for (var odd :
        List.of(
            "Basic " + partner.key(),
            partner.key(),
            "Bearer",
            "Bearer rlv_x",
            "Bearer " + partner.key() + "x")) {
      assertThat(
              refusal(
                  nobody.send(
                      "GET",
                      "/api/v1/matrix/versions",
                      BodyPublishers.noBody(),
                      "Authorization",
                      odd)))
          .isEqualTo("401 key-unknown");
    }
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    var partner = Partner.with(Scope.MATRIX_READ);
    assertThat(refusal(partner.get("/api/v1/matrix/nada"))).isEqualTo("404 no-such-address");
    assertThat(refusal(partner.get("/api"))).isEqualTo("404 no-such-address");
    var wrong = partner.send("DELETE", "/api/v1/matrix/rows", BodyPublishers.noBody());
    assertThat(refusal(wrong)).isEqualTo("405 method-not-allowed");
    assertThat(wrong.headers().firstValue("Allow")).hasValue("GET, POST");
  }

  private static String refusal(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    return answer.statusCode() + " " + Partner.problem(answer);
  }

  private static Scope needed(@Nullable Needs needs) {
    if (needs == null) {
      throw new AssertionError("no word on who may enter");
    }
    return needs.value();
  }
}
