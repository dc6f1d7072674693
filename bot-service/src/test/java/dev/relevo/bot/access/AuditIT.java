package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import dev.relevo.bot.audit.Entry;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AuditIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();

  /// What owners and managers do day by day, which is written down elsewhere (drafts keep every
  /// edit, threads their events) or changes nothing.
  private static final Set<String> EVERYDAY =
      Set.of(
          "/console/assistants/model/probe",
          "/console/assistants/dialogflow/probe",
          "/console/assistants/{id:[0-9]{1,18}}/try",
          "/console/settings/dead/{message}/resend",
          "/console/inbox/{contact}/separate");

  private static final Pattern KNOWLEDGE =
      Pattern.compile("/console/(matrix|documents|gaps|replay)/.*|/console/replay");

  @Test
  void everySignInAndEveryWrongPasswordIsWrittenWithWhereItCameFrom() {
    var email = email();
    var visit = Visit.as(Role.AGENT, email);
    visit.signIn(email, "no es esta, de verdad");
    new Visit().signIn(email, Visit.PASSWORD);

    var lines = of(email);
    assertThat(lines)
        .extracting(Entry::act)
        .containsExactly(Act.SIGNED_IN, Act.SIGN_IN_REFUSED, Act.MEMBER_JOINED);
    assertThat(lines).allSatisfy(it -> assertThat(it.address()).isEqualTo("127.0.0.x"));
    assertThat(lines.get(1).actor()).isEqualTo(new Actor.Nobody());
    assertThat(lines.get(1).about()).containsEntry("member", number(email));
  }

  @Test
  void whatAnOwnerDoesIsWrittenWithWhomItConcerns() {
    var email = email();
    var owner = Visit.as(Role.OWNER, email);
    var other = email();
    Visit.as(Role.AGENT, other);
    var others = number(other);
    owner.post("/console/team/invite", Map.of("role", "AGENT"));
    owner.post("/console/team/" + others + "/role", Map.of("role", "MANAGER"));
    owner.post("/console/team/" + others + "/deactivate", Map.of());
    owner.post("/console/settings/keys", Map.of("name", "ERP", "scope", "matrix:read"));
    owner.get("/console/matrix/file?format=csv");

    // Here and below: a file is out before the line about it is written.
    TestBot.await("the last line", () -> by(email).size() == 6);
    assertThat(by(email))
        .extracting(Entry::act, Entry::about)
        .containsExactly(
            tuple(Act.MATRIX_EXPORTED, Map.of("part", "draft")),
            tuple(Act.KEY_MADE, Map.of("name", "ERP", "scope", "matrix:read")),
            tuple(Act.MEMBER_DEACTIVATED, Map.of("member", others)),
            tuple(Act.ROLE_CHANGED, Map.of("member", others, "role", "MANAGER")),
            tuple(Act.MEMBER_INVITED, Map.of("role", "AGENT")),
            tuple(Act.MEMBER_JOINED, Map.of("role", "OWNER")));
  }

  @Test
  void whatWasRefusedIsNotWritten() {
    var email = email();
    var owner = Visit.as(Role.OWNER, email);
    owner.post("/console/settings/keys", Map.of("name", " "));
    owner.post("/console/team/" + number(email) + "/role", Map.of("role", "AGENT"));
    owner.post("/console/assistants/spend/budget", Map.of("limit", "mucho", "warn", "80"));
    owner.post("/console/me/password", Map.of("current", "no", "password", "otra clave larga 9"));

    assertThat(by(email)).extracting(Entry::act).containsExactly(Act.MEMBER_JOINED);
  }

  @Test
  void aProgramIsNamedByItsKeyAndOnlyItsOwnWorkspaceSees() {
    var program = Partner.elsewhere(Scope.MATRIX_READ);
    program.get("/api/v1/matrix/file");

    var audit = APPLICATION.bean(Audit.class);
    TestBot.await(
        "the line", () -> !audit.page(program.workspace(), ALL, Optional.empty(), 9).isEmpty());
    var theirs = audit.page(program.workspace(), ALL, Optional.empty(), 9);
    assertThat(theirs)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.act()).isEqualTo(Act.MATRIX_EXPORTED);
          assertThat(it.actor()).isEqualTo(new Actor.Program(program.id()));
        });
    assertThat(audit.page(Invited.workspace(), ALL, Optional.empty(), 1000))
        .extracting(Entry::id)
        .doesNotContain(theirs.getFirst().id());
  }

  @Test
  void noLineCanBeChangedOrRemovedByTheService() {
    var jdbc = APPLICATION.bean(JdbcClient.class);
    Visit.as(Role.AGENT);
    for (var sql :
        List.of(
            "UPDATE bot.audit SET act = 'SIGNED_IN'",
            "DELETE FROM bot.audit",
            "TRUNCATE bot.audit")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void ownersSeeItPageByPageAndByPersonAndKind() {
    var email = email();
    var owner = Visit.as(Role.OWNER, email, "Ofelia Registro");
    var actor = new Actor.Person(member(email).id());
    for (var i = 0; i < 60; i++) {
      APPLICATION
          .bean(Audit.class)
          .note(Invited.workspace(), actor, Act.BUDGET_CHANGED, Map.of("limit", "nr" + i));
    }
    var path = "/console/settings/audit?member=" + number(email);

    var newest = owner.get(path).body();
    assertThat(newest).contains("nr59").contains("nr10").doesNotContain("nr9<");
    var older = Pattern.compile("before=(\\d+)").matcher(newest);
    assertThat(older.find()).isTrue();
    assertThat(owner.get(path + "&before=" + older.group(1)).body())
        .contains("nr9<")
        .contains("nr0<")
        .doesNotContain("nr10<")
        .doesNotContain("before=");
    assertThat(owner.get(path + "&act=member-joined").body())
        .contains("Se unió al equipo")
        .contains("127.0.0.x")
        .doesNotContain("nr5");
    assertThat(Visit.as(Role.MANAGER).get("/console/settings/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void itsFileIsNoFormulaAndTakingItIsWritten() {
    var email = email();
    var owner = Visit.as(Role.OWNER, email, "=HYPERLINK(\"http://x\")");
    HttpResponse<String> file = owner.get("/console/settings/audit/file?member=" + number(email));

    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).contains("audit.csv"));
    assertThat(file.body()).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");
    TestBot.await("the line", () -> by(email).size() == 2);
    assertThat(by(email))
        .extracting(Entry::act)
        .containsExactly(Act.AUDIT_EXPORTED, Act.MEMBER_JOINED);
  }

  @Test
  void everyDoorOfOwnersAndManagersThatChangesSomethingIsAuditedOrEverydayWork() {
    var mapping =
        APPLICATION.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var audited = 0;
    for (var entry : mapping.getHandlerMethods().entrySet()) {
      for (var path : entry.getKey().getPatternValues()) {
        var changes =
            !entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET);
        if (entry.getValue().hasMethodAnnotation(Audited.class)) {
          audited++;
        } else if (path.startsWith("/console/")
            && changes
            && needed(entry.getValue()) != Role.AGENT) {
          assertThat(EVERYDAY.contains(path) || KNOWLEDGE.matcher(path).matches())
              .as("%s is neither audited nor everyday work", path)
              .isTrue();
        }
      }
    }
    assertThat(audited).isGreaterThan(35);
  }

  private static final Audit.Filter ALL = new Audit.Filter(Optional.empty(), Optional.empty());

  private static Role needed(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(Door.class))
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Door.class)))
        .map(Door::value)
        .orElseThrow();
  }

  /// What concerns a member, newest first.
  private static List<Entry> of(String email) {
    return APPLICATION
        .bean(Audit.class)
        .page(
            Invited.workspace(),
            new Audit.Filter(Optional.of(member(email).id()), Optional.empty()),
            Optional.empty(),
            100);
  }

  private static List<Entry> by(String email) {
    var actor = new Actor.Person(member(email).id());
    return of(email).stream().filter(it -> it.actor().equals(actor)).toList();
  }

  private static Member member(String email) {
    return APPLICATION.bean(Members.class).byEmail(email).orElseThrow();
  }

  private static String number(String email) {
    return Long.toString(member(email).id().value());
  }

  private static String email() {
    return "audit" + System.nanoTime() + "@prueba.ec";
  }
}
