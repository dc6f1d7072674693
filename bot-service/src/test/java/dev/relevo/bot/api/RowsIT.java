package dev.relevo.bot.api;

import static dev.relevo.bot.access.Partner.json;
import static dev.relevo.bot.access.Partner.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Partner;
import dev.relevo.bot.access.Scope;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RowsIT {

  private static final String ROWS = "/api/v1/matrix/rows";
  private static final String FULL =
      """
      {"id": "ENV-1", "language": "es", "category": "Envíos", "topic": "Costo", "question": "¿Cuánto cuesta el envío?",
       "variants": ["precio del envío", "costo de envío"], "answer": "Cuesta $3.", "literal": false,
       "answersByChannel": {"whatsapp": "Cuesta *$3*."},
       "buttons": [{"label": "Horarios", "row": "HOR-1"}, {"label": "Ver mapa", "url": "https://ejemplo.ec/mapa"}, {"label": "Gracias"}],
       "attachment": {"kind": "image", "url": "https://ejemplo.ec/tarifas.png"}, "followUp": {"row": "HOR-1", "seconds": 60},
       "handoff": false, "team": "Ventas", "addTags": ["envío"], "removeTags": ["nuevo"], "saves": "interes=envío",
       "closes": false, "validFrom": "2026-01-01", "validUntil": "2026-12-31", "notes": "Revisar en enero."}
      """;

  private final Partner partner = Partner.elsewhere(Scope.MATRIX_READ, Scope.MATRIX_WRITE);

  @Test
  void givesBackEveryFieldAsItWasWritten() {
    var added = partner.post(ROWS, FULL);
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(header(added, "Location")).isEqualTo(ROWS + "/ENV-1");
    var read = partner.get(ROWS + "/ENV-1");
    assertThat(header(read, "ETag")).isEqualTo(header(added, "ETag"));
    assertThat(json(read)).isEqualTo(json(added));
    var expected = (ObjectNode) Body.JSON.readTree(FULL);
    expected
        .properties()
        .forEach(field ->
            assertThat(json(read).path(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
    assertThat(json(read).path("state").asString()).isEqualTo("new");
    assertThat(json(read).path("changedBy").asString()).isEqualTo("API: Prueba");
  }

  @Test
  void takesBackWhatItGave() {
    partner.post(ROWS, FULL);
    var read = partner.get(ROWS + "/ENV-1");
    var put = put("ENV-1", read.body(), header(read, "ETag"));
    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(put.body()).isEqualTo(read.body());
    assertThat(
            partner
                .send(
                    "GET",
                    ROWS + "/ENV-1",
                    BodyPublishers.noBody(),
                    "If-None-Match",
                    header(read, "ETag"))
                .statusCode())
        .isEqualTo(304);
  }

  @Test
  void changesOnlyWhatAPatchNames() {
    var added = partner.post(ROWS, FULL);
    var patched =
        patch(
            "ENV-1",
            """
            {"answer": "Cuesta $4.", "attachment": null, "answersByChannel": {"whatsapp": null, "webchat": "Cuatro"}}
            """,
            header(added, "ETag"));
    assertThat(patched.statusCode()).isEqualTo(200);
    var before = (ObjectNode) json(added);
    var after = json(patched);
    assertThat(after.path("answer").asString()).isEqualTo("Cuesta $4.");
    assertThat(after.path("attachment").isNull()).isTrue();
    assertThat(after.path("answersByChannel").toString()).isEqualTo("{\"webchat\":\"Cuatro\"}");
    for (var untouched :
        List.of("question", "variants", "buttons", "followUp", "addTags", "notes")) {
      assertThat(after.path(untouched)).isEqualTo(before.path(untouched));
    }
  }

  @Test
  void overwritesNothingThatChangedMeanwhileAndGivesBothSides() {
    var added = partner.post(ROWS, row("A-1", "uno", "primera"));
    patch("A-1", "{\"answer\": \"segunda\"}", header(added, "ETag"));
    for (var late :
        List.of(
            put("A-1", row("A-1", "uno", "tercera"), header(added, "ETag")),
            patch("A-1", "{\"answer\": \"tercera\"}", header(added, "ETag")))) {
      assertThat(late.statusCode()).isEqualTo(412);
      assertThat(problem(late)).isEqualTo("row-changed");
      assertThat(json(late).path("current").path("answer").asString()).isEqualTo("segunda");
      assertThat(json(late).path("yours").path("answer").asString()).isEqualTo("tercera");
    }
    var gone = delete("A-1", header(added, "ETag"));
    assertThat(gone.statusCode()).isEqualTo(412);
    assertThat(put("A-1", row("A-1", "uno", "x"), "\"999999\"").statusCode()).isEqualTo(412);
    assertThat(json(partner.get(ROWS + "/A-1")).path("answer").asString()).isEqualTo("segunda");
  }

  @Test
  void asksForTheRevisionAChangeIsBasedOn() {
    partner.post(ROWS, row("A-1", "uno", "primera"));
    var blind = partner.send("PUT", ROWS + "/A-1", BodyPublishers.ofString(row("A-1", "uno", "x")));
    assertThat(blind.statusCode()).isEqualTo(428);
    assertThat(problem(blind)).isEqualTo("if-match-missing");
    assertThat(problem(put("A-1", row("A-1", "uno", "x"), "W/\"1\""))).isEqualTo("header-refused");
    assertThat(put("A-1", row("A-1", "uno", "x"), "*").statusCode()).isEqualTo(200);
  }

  @Test
  void letsARowLeaveWithTheNextVersionAndStayAfterAll() {
    var added = partner.post(ROWS, row("A-1", "uno", "primera"));
    var leaving = delete("A-1", header(added, "ETag"));
    assertThat(json(leaving).path("state").asString()).isEqualTo("to-delete");
    var back = patch("A-1", "{}", header(leaving, "ETag"));
    assertThat(json(back).path("state").asString()).isEqualTo("new");
  }

  @Test
  void addsAllRowsOfABatchOrNone() {
    var batch = "{\"rows\": [%s, %s]}";
    var added = partner.post(ROWS, batch.formatted(row("A-1", "uno", "1"), row("A-2", "dos", "2")));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(json(added).path("rows")).hasSize(2);
    var taken =
        partner.post(ROWS, batch.formatted(row("A-3", "tres", "3"), row("A-1", "uno", "1")));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(problem(taken)).isEqualTo("row-exists");
    assertThat(partner.get(ROWS + "/A-3").statusCode()).isEqualTo(404);
    var twice =
        partner.post(ROWS, batch.formatted(row("A-4", "tres", "3"), row("A-4", "uno", "1")));
    assertThat(json(twice).path("errors").get(0).path("path").asString()).isEqualTo("/rows/1/id");
    assertThat(partner.get(ROWS + "/A-4").statusCode()).isEqualTo(404);
  }

  @Test
  void namesEveryFaultOfABodyByItsPath() {
    var wrong =
        partner.post(
            ROWS,
            """
            {"rows": [{"id": "A-1", "question": "uno", "anser": "x", "variants": ["a", 5], "literal": "yes",
              "buttons": [{"label": "este nombre es demasiado largo", "row": "A-2"}, {"label": "ok", "url": "javascript:1"}],
              "followUp": {"row": "A-2", "seconds": 90000}, "validFrom": "mañana", "language": "español"},
             {"answer": "sin pregunta"}]}
            """);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(problem(wrong)).isEqualTo("fields-refused");
    assertThat(faults(wrong))
        .containsExactlyInAnyOrder(
            "/rows/0/anser unknown",
            "/rows/0/variants/1 type",
            "/rows/0/literal type",
            "/rows/0/buttons/0/label length",
            "/rows/0/buttons/1/url value",
            "/rows/0/followUp/seconds value",
            "/rows/0/validFrom value",
            "/rows/0/language value",
            "/rows/1/id missing",
            "/rows/1/question missing");
    assertThat(json(wrong).path("detail").asString()).contains("10").contains("/rows/0/");
  }

  @Test
  void answersInTheLanguageTheProgramAsksFor() {
    var spanish =
        partner.send("POST", ROWS, BodyPublishers.ofString("{}"), "Accept-Language", "es");
    assertThat(json(spanish).path("errors").get(0).path("detail").asString())
        .isEqualTo("Falta y es obligatorio.");
    assertThat(json(partner.post(ROWS, "{}")).path("errors").get(0).path("detail").asString())
        .isEqualTo("It is missing and has to be there.");
  }

  @Test
  void refusesJsonThatIsBrokenTooDeepOrTooLarge() {
    for (var broken : List.of("", "{", "nul", "{\"id\": 1, \"id\": 2}", "{} {}", "[".repeat(9))) {
      var answer = partner.post(ROWS, broken);
      assertThat(problem(answer)).as(broken).isEqualTo("json-malformed");
      assertThat(answer.statusCode()).isEqualTo(400);
    }
    var large = partner.post(ROWS, "{\"id\": \"" + "x".repeat(Body.JSON_LIMIT) + "\"}");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(problem(large)).isEqualTo("body-too-large");
    var form =
        partner.send(
            "POST",
            ROWS,
            BodyPublishers.ofString("a=b"),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(problem(form)).isEqualTo("media-type-unsupported");
  }

  @Test
  void pagesThroughWhatTheFilterTakes() {
    var rows = new ArrayList<String>();
    for (int n = 0; n < 7; n++) {
      rows.add(
          """
          {"id": "P-%d", "question": "pregunta número %d", "category": "%s", "language": "%s", "answer": "respuesta"}
          """
              .formatted(n, n, n % 2 == 0 ? "par" : "impar", n < 4 ? "es" : "en"));
    }
    partner.post(ROWS, "{\"rows\": [" + String.join(",", rows) + "]}");
    assertThat(all("?limit=2")).containsExactlyElementsOf(ids(0, 1, 2, 3, 4, 5, 6));
    assertThat(all("?limit=2&category=par")).containsExactlyElementsOf(ids(0, 2, 4, 6));
    assertThat(all("?limit=1&category=par&language=en")).containsExactlyElementsOf(ids(4, 6));
    assertThat(all("?text=" + encoded("NUMERO 3"))).containsExactlyElementsOf(ids(3));
    assertThat(all("?state=new&limit=200")).hasSize(7);
    assertThat(all("?state=programmed")).isEmpty();
  }

  @Test
  void refusesParametersItDoesNotKnow() {
    for (var wrong :
        List.of(
            "?limit=0",
            "?limit=x",
            "?state=green",
            "?page=2",
            "?limit=1&limit=2",
            "?cursor=zzz",
            "?text=%00",
            "?cursor=" + encoded("d\u0000"))) {
      var answer = partner.get(ROWS + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(problem(answer)).as(wrong).isEqualTo("parameter-refused");
    }
    assertThat(problem(partner.get(ROWS + "?version=7"))).isEqualTo("version-unknown");
    assertThat(problem(partner.get(ROWS + "?version=published"))).isEqualTo("version-unknown");
  }

  @Test
  void findsRowsWhoseIdsDoNotTravelInAddresses() {
    var added = partner.post(ROWS, row("a/b; %c ñ", "rara", "sí"));
    var location = header(added, "Location");
    assertThat(location).startsWith(ROWS + "/~");
    assertThat(json(partner.get(location)).path("id").asString()).isEqualTo("a/b; %c ñ");
    assertThat(problem(partner.get(ROWS + "/~!!"))).isEqualTo("row-unknown");
    assertThat(problem(partner.get(ROWS + "/NO-1"))).isEqualTo("row-unknown");
  }

  @Test
  void doesWhatIsAskedUnderOneIdempotencyKeyOnce() throws Exception {
    var body = row("I-1", "una vez", "sí");
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<HttpResponse<String>> post =
          () -> partner.post(ROWS, body, "Idempotency-Key", "k-1");
      var answers = new ArrayList<HttpResponse<String>>();
      for (var done : threads.invokeAll(List.of(post, post, post, post))) {
        answers.add(done.get());
      }
      assertThat(answers).allSatisfy(it -> assertThat(it.statusCode()).isEqualTo(201));
      assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
      assertThat(answers.stream().filter(it -> header(it, "Idempotent-Replayed").isEmpty()))
          .hasSize(1);
    }
    var other = partner.post(ROWS, row("I-2", "otra", "x"), "Idempotency-Key", "k-1");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(problem(other)).isEqualTo("idempotency-key-reused");
    assertThat(problem(partner.post(ROWS, body))).isEqualTo("row-exists");
  }

  @Test
  void forgetsARefusedRequest() {
    assertThat(partner.post(ROWS, "{}", "Idempotency-Key", "k-2").statusCode()).isEqualTo(400);
    assertThat(partner.post(ROWS, row("F-1", "a", "b"), "Idempotency-Key", "k-2").statusCode())
        .isEqualTo(201);
    assertThat(problem(partner.post(ROWS, "{}", "Idempotency-Key", "a b")))
        .isEqualTo("header-refused");
  }

  private HttpResponse<String> put(String id, String body, String tag) {
    return partner.send("PUT", ROWS + "/" + id, BodyPublishers.ofString(body), "If-Match", tag);
  }

  private HttpResponse<String> patch(String id, String body, String tag) {
    return partner.send(
        "PATCH",
        ROWS + "/" + id,
        BodyPublishers.ofString(body),
        "If-Match",
        tag,
        "Content-Type",
        "application/merge-patch+json");
  }

  private HttpResponse<String> delete(String id, String tag) {
    return partner.send("DELETE", ROWS + "/" + id, BodyPublishers.noBody(), "If-Match", tag);
  }

  /// The ids on all pages.
  private List<String> all(String query) {
    var ids = new ArrayList<String>();
    var next = "";
    do {
      var page = json(partner.get(ROWS + query + (next.isEmpty() ? "" : "&cursor=" + next)));
      page.path("rows").forEach(it -> ids.add(it.path("id").asString()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    return ids;
  }

  private static List<String> ids(int... numbers) {
    return IntStream.of(numbers).mapToObj(it -> "P-" + it).toList();
  }

  private static List<String> faults(HttpResponse<String> answer) {
    var faults = new ArrayList<String>();
    for (JsonNode fault : json(answer).path("errors")) {
      faults.add(fault.path("path").asString() + " " + fault.path("code").asString());
    }
    return faults;
  }

  private static String row(String id, String question, String answer) {
    return "{\"id\": \"%s\", \"question\": \"%s\", \"answer\": \"%s\"}"
        .formatted(id, question, answer);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
