package dev.relevo.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Partner;
import dev.relevo.bot.access.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Many requests that are nearly right, each from a seed: whatever comes, the answer is one the
/// description knows, and never our own error.
class MutatedRequestsIT {

  private static final long SEED = 20_261_125L;
  private static final int REQUESTS = 1_500;

  /// No key's bucket may run empty: that would hide what is tested.
  private static final int PER_KEY = 100;

  private static final String ROWS = "/api/v1/matrix/rows";
  private static final String ROW =
      """
      {"id": "M-1", "language": "es", "category": "c", "topic": "t", "question": "¿Cuánto cuesta?", "variants": ["precio", "costo"],
       "answer": "Tres.", "literal": true, "answersByChannel": {"whatsapp": "3"}, "buttons": [{"label": "Ver", "row": "M-2"},
       {"label": "Mapa", "url": "https://ejemplo.ec/"}], "attachment": {"kind": "image", "url": "https://ejemplo.ec/a.png"},
       "followUp": {"row": "M-2", "seconds": 5}, "handoff": false, "team": "Ventas", "addTags": ["a"], "removeTags": ["b"],
       "saves": "f=v", "closes": false, "validFrom": "2026-01-01", "validUntil": "2026-12-31", "notes": "n"}
      """;

  /// Texts that trip parsers, databases and addresses.
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud800",
          "\u202e",
          "'; DROP TABLE x; --",
          "%",
          "{0}",
          "$1",
          "\\",
          "../..",
          "null",
          "a".repeat(70),
          "é".repeat(3_000),
          "9999-99-99",
          "+999999999-12-31",
          "-1",
          "1e999",
          "http://[",
          "https://a b",
          "<script>",
          "row://x",
          "zz-ZZ-u-ca-buddhist",
          "\t\r\n",
          "😀".repeat(10));

  private final Random random = new Random(SEED);

  /// A request that is right, to be made wrong.
  private enum Kind {
    ADD("POST", ROWS, ROW),
    ADD_MANY("POST", ROWS, "{\"rows\": [" + ROW + "]}"),
    PUT("PUT", ROWS + "/M-1", ROW),
    PATCH(
        "PATCH",
        ROWS + "/M-1",
        "{\"answer\": \"x\", \"buttons\": null, \"attachment\": {\"url\": \"https://x.ec\"}}"),
    DELETE("DELETE", ROWS + "/M-1", ""),
    LIST(
        "GET",
        ROWS + "?version=draft&category=c&language=es&state=new&text=precio&cursor=&limit=5",
        ""),
    TRY("POST", "/api/v1/matrix/try", "{\"question\": \"cuanto cuesta\", \"language\": \"es\"}"),
    VERSION("GET", "/api/v1/matrix/versions/1", ""),
    DIFFERENCE("GET", "/api/v1/matrix/versions/draft/diff/published", ""),
    PUBLISH(
        "POST",
        "/api/v1/matrix/versions",
        "{\"note\": \"n\", \"publishAt\": \"2100-01-01T00:00:00Z\"}"),
    ROLLBACK("POST", "/api/v1/matrix/versions/1/rollback", "{\"note\": \"n\"}"),
    FILE_OUT("GET", "/api/v1/matrix/file?format=csv&version=draft&language=es", ""),
    FILE_IN(
        "POST",
        "/api/v1/matrix/file?missing=keep&language=es",
        "ID;Pregunta;Respuesta\nM-9;hola;sí\n");

    private final String method;
    private final String address;
    private final String body;

    Kind(String method, String address, String body) {
      this.method = method;
      this.address = address;
      this.body = body;
    }
  }

  @Test
  void neverMeetAnErrorOfOurs() {
    var first = Partner.elsewhere(Scope.values());
    var partner = first;
    var answers = new EnumMap<Kind, Map<Integer, Integer>>(Kind.class);
    for (int number = 0; number < REQUESTS; number++) {
      if (number % PER_KEY == 0) {
        partner = first.colleague(Scope.values());
      }
      var kind = Kind.values()[number % Kind.values().length];
      var answer = send(partner, kind);
      assertThat(answer.statusCode())
          .as("%d: %s %s%n%s", number, answer.request().method(), answer.uri(), answer.body())
          .isLessThan(500)
          .isNotEqualTo(429);
      answers
          .computeIfAbsent(kind, _ -> new TreeMap<>())
          .merge(answer.statusCode(), 1, Integer::sum);
    }
    // Some of each got through, so what was mutated was right before.
    assertThat(answers).hasSize(Kind.values().length);
    assertThat(answers.get(Kind.ADD)).containsKeys(201, 400);
    assertThat(answers.get(Kind.PUT)).containsKeys(200, 400, 412);
    assertThat(answers.get(Kind.PATCH)).containsKeys(200, 400);
    assertThat(answers.get(Kind.LIST)).containsKeys(200, 400);
    assertThat(answers.get(Kind.TRY)).containsKeys(200, 400);
    assertThat(answers.get(Kind.FILE_IN)).containsKeys(200, 422);
  }

  private HttpResponse<String> send(Partner partner, Kind kind) {
    var body = kind.body;
    if (body.startsWith("{")) {
      body = chance(4) ? mangled(body) : mutated(body);
    } else if (!body.isEmpty() && chance(2)) {
      body = mangled(body);
    }
    var address = chance(3) ? mutatedAddress(kind.address) : kind.address;
    var headers = new ArrayList<String>(List.of("If-Match", chance(2) ? "*" : tag()));
    if (chance(4)) {
      headers.addAll(List.of("Idempotency-Key", chance(2) ? "k" + random.nextInt(50) : "a b c"));
    }
    if (chance(12)) {
      headers.addAll(
          List.of(
              "Content-Type",
              one(
                  List.of(
                      "text/plain",
                      "x",
                      "application/json;charset=UTF-16",
                      "application/x-www-form-urlencoded",
                      "multipart/form-data"))));
    } else if (kind == Kind.FILE_IN) {
      headers.addAll(List.of("Content-Type", "text/csv"));
    } else if (kind == Kind.PATCH) {
      headers.addAll(List.of("Content-Type", "application/merge-patch+json"));
    }
    if (chance(20)) {
      headers.addAll(List.of("Accept", one(List.of("text/html", "x/y", "*/*;q=x"))));
    }
    if (chance(20)) {
      headers.addAll(List.of("Accept-Language", one(List.of("pt-BR", "xx", ";;;", "es;q=0"))));
    }
    return partner.send(
        kind.method, address, BodyPublishers.ofString(body), headers.toArray(String[]::new));
  }

  private String tag() {
    return one(
        List.of("\"1\"", "\"2\"", "W/\"1\"", "\"x\"", "1", "\"99999999999999999999\"", "\"\""));
  }

  /// One to three members or items changed, moved, removed or added.
  private String mutated(String json) {
    var tree = Body.JSON.readTree(json);
    for (int times = random.nextInt(4); times > 0; times--) {
      var places = new ArrayList<JsonNode>();
      containers(tree, places);
      mutate(one(places));
    }
    return tree.toString();
  }

  private void mutate(JsonNode place) {
    switch (place) {
      case ObjectNode object when chance(4) ->
          object.set(one(List.of("id", "extra", "rows", "", "a/b~c", "__proto__")), value());
      case ObjectNode object when !object.isEmpty() -> {
        var name = one(List.copyOf(object.propertyNames()));
        if (chance(4)) {
          object.remove(name);
        } else {
          object.set(name, value());
        }
      }
      case ArrayNode array when !array.isEmpty() && chance(2) ->
          array.set(random.nextInt(array.size()), value());
      case ArrayNode array -> array.add(value());
      default -> {}
    }
  }

  private JsonNode value() {
    var make = JsonNodeFactory.instance;
    return switch (random.nextInt(9)) {
      case 0 -> make.nullNode();
      case 1 -> make.numberNode(random.nextLong());
      case 2 -> make.numberNode(random.nextGaussian() * 1e300);
      case 3 -> make.booleanNode(random.nextBoolean());
      case 4 -> make.objectNode().set("label", make.stringNode(one(TEXTS)));
      case 5 -> make.arrayNode().add(one(TEXTS)).add(make.arrayNode().add(1));
      default -> make.stringNode(one(TEXTS));
    };
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainer()) {
      found.add(node);
      node.forEach(it -> containers(it, found));
    }
  }

  /// Bytes cut off, doubled or replaced.
  private String mangled(String text) {
    var at = random.nextInt(text.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> text + text;
      case 3 -> text.substring(0, at) + one(TEXTS) + text.substring(at);
      default -> "[".repeat(random.nextInt(2_000));
    };
  }

  private String mutatedAddress(String address) {
    var escapes =
        List.of(
            "%00",
            "%2F",
            "%zz",
            "%",
            "%E9",
            "%C3%A9",
            "%3B",
            "%5C",
            "%25",
            "%0A",
            "~",
            "~eA",
            "%F0%9F%98%80",
            "-1",
            "99999999999");
    return switch (random.nextInt(5)) {
      case 0 -> address.replaceFirst("(=)[^&]*", "$1" + one(SAFE));
      case 1 ->
          address
              + (address.contains("?") ? "&" : "?")
              + one(
                  List.of(
                      "limit=-1",
                      "x=y",
                      "version=%C3%A9",
                      "version=2147483648",
                      "cursor=ZHg",
                      "text=%F0%9F%98%80",
                      "state=NEW",
                      "text=%27%22"));
      case 2 -> address.replaceFirst("(M-1|/1\\b|draft)", one(SAFE));
      case 3 ->
          address.replaceFirst(
              "matrix", one(List.of("matrix/", "MATRIX", "matrix/..", "matrix%2e")));
      default -> address + one(escapes.stream().filter(MutatedRequestsIT::isWellFormed).toList());
    };
  }

  private static final List<String> SAFE =
      List.of(
          "%00",
          "%2F",
          "%E9",
          "%C3%A9",
          "%3B",
          "%5C",
          "%25",
          "%0A",
          "~",
          "~eA",
          "~!!",
          "%F0%9F%98%80",
          "-1",
          "99999999999",
          "%2e%2e",
          "%20");

  /// What the client itself refuses never arrives.
  private static boolean isWellFormed(String escape) {
    return !escape.equals("%") && !escape.equals("%zz");
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
