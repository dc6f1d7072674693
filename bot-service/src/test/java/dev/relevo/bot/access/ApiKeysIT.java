package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysIT {

  private static final String VERSIONS = "/api/v1/matrix/versions";
  private static final Pattern SECRET = Pattern.compile("rlv_[A-Za-z0-9_-]{43}");

  @Test
  void isMadeInTheConsoleAndShownOnce() {
    var owner = Visit.as(Role.OWNER);
    var name = "ERP " + System.nanoTime();
    var made = owner.post("/console/settings/keys", Map.of("name", name, "scope", "matrix:read"));
    assertThat(made.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
    var shown = SECRET.matcher(made.body());
    assertThat(shown.find()).isTrue();
    assertThat(Partner.knowing(shown.group()).get(VERSIONS).statusCode()).isEqualTo(200);
    var again = owner.get("/console/settings/keys").body();
    assertThat(again).contains(name).contains("matrix:read").doesNotContain(shown.group());
  }

  @Test
  void isMadeWithANameAndAScopeOrNotAtAll() {
    var owner = Visit.as(Role.OWNER);
    var forms =
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("name", " ", "scope", "matrix:read"),
            Map.of("name", "x", "scope", "all"));
    for (var form : forms) {
      var answer = owner.post("/console/settings/keys", form);
      assertThat(answer.body()).contains("role=\"alert\"").doesNotContainPattern(SECRET);
    }
  }

  @Test
  void keepsNothingOfTheSecretButItsHash() {
    var key = Partner.with(Scope.MATRIX_READ).key();
    var rest = key.substring(10);
    var stored =
        jdbc()
            .sql("SELECT string_agg(it::text, ' ') FROM bot.api_key AS it")
            .query(String.class)
            .single();
    assertThat(stored).isNotBlank().doesNotContain(rest);
    assertThat(
            jdbc()
                .sql(
                    "SELECT count(*) FROM bot.api_key WHERE token = sha256(convert_to(:key, 'UTF8'))")
                .param("key", key)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void isOutAtOnceWhenItIsRevoked() {
    var partner = Partner.with(Scope.MATRIX_READ);
    assertThat(partner.get(VERSIONS).statusCode()).isEqualTo(200);
    var owner = Visit.as(Role.OWNER);
    owner.post("/console/settings/keys/" + partner.id() + "/revoke", Map.of());
    var refused = partner.get(VERSIONS);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Partner.problem(refused)).isEqualTo("key-unknown");
    assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }

  @Test
  void isWrittenInTheJournalWhenMadeAndWhenRevoked() {
    var partner = Partner.with(Scope.MATRIX_READ, Scope.MATRIX_WRITE).revoked();
    var entries =
        jdbc()
            .sql(
                """
                SELECT kind || ' ' || coalesce(data ->> 'scopes', '') FROM crm.event
                WHERE kind LIKE 'key.%' AND data ->> 'key' = :key ORDER BY id
                """)
            .param("key", Long.toString(partner.id()))
            .query(String.class)
            .list();
    assertThat(entries).containsExactly("key.made matrix:read matrix:write", "key.revoked ");
  }

  @Test
  void tellsWhenItWasUsedLast() {
    var partner = Partner.with(Scope.MATRIX_READ);
    assertThat(used(partner)).isFalse();
    partner.get(VERSIONS);
    assertThat(used(partner)).isTrue();
  }

  @Test
  void isOnlyAnOwnersToMakeAndRevoke() {
    var manager = new SignedIn(1, Invited.workspace().value(), "M", Role.MANAGER, Language.ES);
    var keys = RunningApplication.shared().bean(ApiKeys.class);
    assertThatThrownBy(() -> keys.make(manager, "x", Set.of(Scope.MATRIX_READ)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> keys.revoke(manager, 1)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void ofAnotherWorkspaceIsNotRevokedFromHere() {
    var theirs = Partner.elsewhere(Scope.MATRIX_READ);
    Visit.as(Role.OWNER).post("/console/settings/keys/" + theirs.id() + "/revoke", Map.of());
    assertThat(theirs.get(VERSIONS).statusCode()).isEqualTo(200);
  }

  private static boolean used(Partner partner) {
    return jdbc()
        .sql("SELECT last_used_at IS NOT NULL FROM bot.api_key WHERE id = :id")
        .param("id", partner.id())
        .query(Boolean.class)
        .single();
  }

  private static JdbcClient jdbc() {
    return RunningApplication.shared().bean(JdbcClient.class);
  }
}
