package dev.relevo.bot.api;

import static dev.relevo.bot.access.Partner.json;
import static dev.relevo.bot.access.Partner.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.access.Partner;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import dev.relevo.bot.audit.Entry;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.knowledge.proposal.Proposals;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionsIT {

  private static final String ROWS = "/api/v1/matrix/rows";
  private static final String VERSIONS = "/api/v1/matrix/versions";
  private static final String FILE = "/api/v1/matrix/file";

  private final Partner partner =
      Partner.elsewhere(Scope.MATRIX_READ, Scope.MATRIX_WRITE, Scope.MATRIX_PUBLISH);

  @Test
  void publishesTheDraftWhichTheBotThenAnswersFrom() {
    add("HOR-1", "¿A qué hora abren?", "A las nueve.");
    var published = partner.post(VERSIONS, "{\"note\": \"primera\"}");
    assertThat(published.statusCode()).isEqualTo(201);
    assertThat(json(published).path("number").asInt()).isEqualTo(1);
    assertThat(json(published).path("note").asString()).isEqualTo("primera");
    assertThat(published.headers().firstValue("Location")).hasValue(VERSIONS + "/1");
    assertThat(json(partner.get(VERSIONS + "/1")).path("publishedBy").asString())
        .isEqualTo("API: Prueba");
    assertThat(json(partner.get(ROWS + "/HOR-1")).path("state").asString()).isEqualTo("programmed");
    TestBot.await(
        "the bot answers from it",
        () -> "HOR-1".equals(json(tried("a qué hora abren")).path("row").asString("")));
    var tried = json(tried("a qué hora abren"));
    assertThat(tried.path("decision").asString()).isEqualTo("reply");
    assertThat(tried.path("version").asInt()).isEqualTo(1);
    assertThat(tried.path("says").get(0).path("text").asString()).isEqualTo("A las nueve.");
    assertThat(tried.path("why").path("candidates").get(0).path("row").asString())
        .isEqualTo("HOR-1");
  }

  @Test
  void triesAQuestionOnTheDraftAsWell() {
    add("HOR-1", "¿A qué hora abren?", "A las nueve.");
    var question = "{\"question\": \"a qué hora abren\", \"version\": \"%s\"}";
    var draft = json(partner.post("/api/v1/matrix/try", question.formatted("draft")));
    assertThat(draft.path("row").asString("")).isEqualTo("HOR-1");
    assertThat(draft.path("version").isNull()).isTrue();
    var published = json(partner.post("/api/v1/matrix/try", question.formatted("published")));
    assertThat(published.path("decision").asString("")).isEqualTo("fallback");
    assertThat(problem(partner.post("/api/v1/matrix/try", question.formatted("7"))))
        .isEqualTo("fields-refused");
  }

  @Test
  void publishesNothingThatTheChecksFindErrorsIn() {
    add("A-1", "¿Hacen envíos?", "Sí.");
    partner.post(
        ROWS,
        """
        {"id": "A-2", "question": "hacen envios", "answer": "También.", "buttons": [{"label": "Ver", "row": "NADA"}]}
        """);
    var refused = partner.post(VERSIONS, "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(problem(refused)).isEqualTo("matrix-has-errors");
    var errors = json(refused).path("errors");
    assertThat(errors.toString())
        .contains("\"row\":\"A-2\"")
        .contains("\"column\":\"buttons\"")
        .contains("unknown-target")
        .contains("same-variant");
    assertThat(json(partner.get(VERSIONS)).path("versions")).isEmpty();
  }

  @Test
  void warnsInTheLanguageTheCallerAsksForElseInTheWorkspaces() {
    add("A-1", "¿Hacen envíos?", "Sí.");
    add("A-2", "¿Tienen parqueo?", "");
    var spanish = json(partner.post(VERSIONS, "{}"));
    assertThat(spanish.path("warnings").get(0).path("code").asString()).isEqualTo("empty-answer");
    assertThat(spanish.path("warnings").get(0).path("detail").asString())
        .startsWith("No tiene respuesta");

    add("A-3", "¿Abren los domingos?", "No.");
    var portuguese = json(partner.post(VERSIONS, "{}", "Accept-Language", "pt-BR, en;q=0.5"));
    assertThat(portuguese.path("warnings").get(0).path("detail").asString())
        .startsWith("Não tem resposta");
  }

  @Test
  void publishesNothingTwice() {
    assertThat(problem(partner.post(VERSIONS, "{}"))).isEqualTo("nothing-to-publish");
    add("A-1", "uno", "1");
    assertThat(partner.post(VERSIONS, "{}", "Idempotency-Key", "p-1").statusCode()).isEqualTo(201);
    var again = partner.post(VERSIONS, "{}", "Idempotency-Key", "p-1");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(json(again).path("number").asInt()).isEqualTo(1);
    assertThat(problem(partner.post(VERSIONS, "{}"))).isEqualTo("nothing-to-publish");
  }

  @Test
  void onlyProposesWhereSomebodyMustApprove() {
    RunningApplication.shared()
        .bean(Proposals.class)
        .wantApproval(partner.workspace().value(), true);
    add("A-1", "uno", "1");
    var proposed = partner.post(VERSIONS, "{\"note\": \"para ver\"}");
    assertThat(proposed.statusCode()).isEqualTo(202);
    assertThat(json(proposed).path("proposal").path("stage").asString()).isEqualTo("waiting");
    assertThat(json(partner.get(VERSIONS)).path("proposal"))
        .isEqualTo(json(proposed).path("proposal"));
    assertThat(json(partner.get(VERSIONS)).path("versions")).isEmpty();
    var another = partner.post(VERSIONS, "{}");
    assertThat(another.statusCode()).isEqualTo(409);
    assertThat(problem(another)).isEqualTo("proposal-open");
  }

  @Test
  void publishesLaterWhenAskedTo() {
    add("A-1", "uno", "1");
    var later = partner.post(VERSIONS, "{\"publishAt\": \"2100-01-01T00:00:00Z\"}");
    assertThat(later.statusCode()).isEqualTo(202);
    assertThat(json(later).path("proposal").path("stage").asString()).isEqualTo("scheduled");
    assertThat(problem(partner.post(VERSIONS, "{\"publishAt\": \"mañana\"}")))
        .isEqualTo("fields-refused");
  }

  @Test
  void whatIsPublishedInTimeIsWrittenInTheAuditLogAsNobodys() {
    add("A-1", "uno", "1");
    var soon = Instant.now().plusSeconds(5);
    var proposal = json(partner.post(VERSIONS, "{\"publishAt\": \"%s\"}".formatted(soon)));
    var inTime = new Audit.Filter(Optional.empty(), Optional.of(Act.MATRIX_PROPOSED));
    var audit = RunningApplication.shared().bean(Audit.class);
    TestBot.await(
        "it is published and written down",
        () -> audit.page(partner.workspace(), inTime, Optional.empty(), 10).size() == 2);
    assertThat(json(partner.get(VERSIONS)).path("versions")).hasSize(1);
    assertThat(audit.page(partner.workspace(), inTime, Optional.empty(), 10))
        .extracting(Entry::actor, Entry::about)
        .startsWith(
            tuple(
                new Actor.Nobody(),
                Map.of("number", proposal.path("proposal").path("id").asString())));
  }

  @Test
  void tellsHowVersionsDifferAndGoesBack() {
    add("A-1", "uno", "1");
    add("A-2", "dos", "2");
    partner.post(VERSIONS, "{}");
    patch("A-1", "{\"answer\": \"uno\"}");
    partner.send("DELETE", ROWS + "/A-2", BodyPublishers.noBody(), "If-Match", "*");
    add("A-3", "tres", "3");
    partner.post(VERSIONS, "{}");
    var difference = json(partner.get(VERSIONS + "/1/diff/2"));
    assertThat(difference.path("added").get(0).path("id").asString()).isEqualTo("A-3");
    assertThat(difference.path("removed").get(0).path("id").asString()).isEqualTo("A-2");
    assertThat(difference.path("changed").toString())
        .isEqualTo(
            "[{\"id\":\"A-1\",\"fields\":{\"answer\":{\"before\":\"1\",\"after\":\"uno\"}}}]");
    var back = partner.post(VERSIONS + "/1/rollback", "{\"note\": \"mejor antes\"}");
    assertThat(back.statusCode()).isEqualTo(201);
    assertThat(json(back).path("number").asInt()).isEqualTo(3);
    assertThat(json(partner.get(VERSIONS + "/1/diff/3")).toString())
        .isEqualTo("{\"added\":[],\"removed\":[],\"changed\":[]}");
    assertThat(json(partner.get(ROWS + "?version=3")).path("rows")).hasSize(2);
    assertThat(json(partner.get(ROWS + "/A-1?version=2")).path("answer").asString())
        .isEqualTo("uno");
    assertThat(json(partner.get(VERSIONS + "/published")).path("number").asInt()).isEqualTo(3);
    assertThat(partner.get(VERSIONS + "/draft/diff/published").statusCode()).isEqualTo(200);
    assertThat(problem(partner.get(VERSIONS + "/9"))).isEqualTo("version-unknown");
    assertThat(problem(partner.post(VERSIONS + "/9/rollback", ""))).isEqualTo("version-unknown");
  }

  @Test
  void pagesThroughAVersionAsThroughTheDraft() {
    for (int n = 0; n < 5; n++) {
      add("V-" + n, "pregunta " + n, "respuesta");
    }
    partner.post(VERSIONS, "{}");
    var first = json(partner.get(ROWS + "?version=1&limit=3"));
    assertThat(first.path("rows")).hasSize(3);
    var rest =
        json(partner.get(ROWS + "?version=1&limit=3&cursor=" + first.path("next").asString()));
    assertThat(rest.path("rows")).hasSize(2);
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(json(partner.get(ROWS + "?version=published&text=preg+4")).path("rows")).hasSize(1);
    assertThat(problem(partner.get(ROWS + "?version=1&cursor=ZHg"))).isEqualTo("parameter-refused");
  }

  @Test
  void givesAndTakesTheMatrixAsAFile() {
    add("A-1", "uno", "1");
    add("A-2", "dos", "2");
    var csv = partner.get(FILE + "?format=csv&language=es");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    var tag = csv.headers().firstValue("ETag").orElseThrow();
    var changed = csv.body().replace(";1;", ";uno;").replace("A-2;", "A-3;").replace("dos", "tres");
    assertThat(file(changed, "", FILE).statusCode()).isEqualTo(428);
    var taken = file(changed, tag, FILE + "?missing=leave&language=es");
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(taken.body())
        .contains("\"added\":1")
        .contains("\"changed\":1")
        .contains("\"leaving\":1");
    assertThat(json(partner.get(ROWS + "/A-1")).path("answer").asString()).isEqualTo("uno");
    assertThat(json(partner.get(ROWS + "/A-2")).path("state").asString()).isEqualTo("to-delete");
    var stale = file(csv.body(), tag, FILE);
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(json(stale).path("current").path("answer").asString()).isEqualTo("uno");
    var broken = file("ID;Pregunta;Respuesta\nA-9;;hola\n", "*", FILE);
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(problem(broken)).isEqualTo("file-not-a-matrix");
    assertThat(json(broken).path("errors").get(0).path("row").asInt()).isEqualTo(2);
    assertThat(partner.get(FILE).headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"matrix-draft.xlsx\"");
  }

  private HttpResponse<String> file(String content, String tag, String path) {
    var body = BodyPublishers.ofString(content);
    return tag.isEmpty()
        ? partner.send("POST", path, body, "Content-Type", "text/csv")
        : partner.send("POST", path, body, "Content-Type", "text/csv", "If-Match", tag);
  }

  private HttpResponse<String> tried(String question) {
    return partner.post("/api/v1/matrix/try", "{\"question\": \"%s\"}".formatted(question));
  }

  private void add(String id, String question, String answer) {
    var added =
        partner.post(
            ROWS,
            "{\"id\": \"%s\", \"question\": \"%s\", \"answer\": \"%s\"}"
                .formatted(id, question, answer));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
  }

  private void patch(String id, String body) {
    partner.send("PATCH", ROWS + "/" + id, BodyPublishers.ofString(body), "If-Match", "*");
  }
}
