package dev.relevo.bot.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The protocol against the whole application.
class WebChatIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();
  private static final byte[] PNG =
      "\u0089PNG\r\n\u001a\n and some more".getBytes(StandardCharsets.ISO_8859_1);

  private final Conversations conversations = APPLICATION.bean(Conversations.class);
  private final VisitorClient ana = new VisitorClient(APPLICATION);

  @Test
  void aVisitorIsAnsweredFromTheMatrixAndBecomesAContactOnlyByWriting() {
    assertThat(contact(ana)).isEmpty();
    assertThat(ana.session().get("greeting").get("text").asString()).isNotBlank();

    var id = ana.say("¿Cuánto cuesta el servicio?");
    var answer = ana.await(it -> from(it, "bot"));

    assertThat(text(answer)).contains("USD 29");
    assertThat(ana.all().getFirst().get("clientId").asString()).isEqualTo(id);
    assertThat(contact(ana)).isPresent();
  }

  @Test
  void aVisitorSaysWhetherAnAnswerHelpedAndTheLastWordCounts() {
    ana.say("¿Cuánto cuesta el servicio?");
    var answer = ana.await(it -> it.path("asks").asBoolean(false));
    var id = answer.get("id").asLong();

    assertThat(vote(id, "vote-clicked-1", "up").statusCode()).isEqualTo(202);
    assertThat(vote(id, "vote-clicked-1", "up").statusCode()).as("the same again").isEqualTo(202);
    assertThat(vote(id, "vote-clicked-2", "down").statusCode()).isEqualTo(202);

    var votes = ana.all().stream().map(it -> it.get("content")).filter(it -> is(it, "vote"));
    assertThat(votes)
        .extracting(it -> it.get("vote").asString() + " " + it.get("to").asLong())
        .containsExactly("up " + id, "down " + id);
    assertThat(conversations.messages(contact(ana).orElseThrow(), Long.MAX_VALUE, 50))
        .filteredOn(it -> it.content() instanceof Content.Reaction)
        .extracting(it -> ((Content.Reaction) it.content()).emoji())
        .containsExactly("👍", "👎");
  }

  @Test
  void nobodyVotesOnWhatIsNoAnswerOrNotTheirs() {
    ana.say("¿Cuánto cuesta el servicio?");
    var answer = ana.await(it -> it.path("asks").asBoolean(false));
    var question = ana.all().getFirst();
    var eva = new VisitorClient(APPLICATION);
    eva.say("Hola");
    eva.await(it -> from(it, "bot"));

    assertThat(vote(question.get("id").asLong(), "vote-clicked-1", "up").body())
        .contains("answer-unknown");
    assertThat(
            eva.post(
                    "/messages/" + answer.get("id").asLong() + 1_000 + "/vote",
                    "{\"clientId\":\"vote-clicked-1\",\"vote\":\"up\"}")
                .body())
        .contains("answer-unknown");
    assertThat(vote(answer.get("id").asLong(), "vote-clicked-1", "sideways").body())
        .contains("not-readable");
  }

  private HttpResponse<String> vote(long id, String clientId, String vote) {
    return ana.post(
        "/messages/" + id + "/vote",
        "{\"clientId\":\"%s\",\"vote\":\"%s\"}".formatted(clientId, vote));
  }

  private static boolean is(JsonNode content, String type) {
    return content.get("type").asString().equals(type);
  }

  @Test
  void theSameMessageTwiceIsOneMessageWithOneAnswer() {
    var first = ana.say("client-id-1", "Hola");
    var again = ana.say("client-id-1", "Hola");
    assertThat(first.body()).contains("\"stored\":true");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).contains("\"stored\":false");
    ana.await(it -> from(it, "bot"));
    assertThat(ana.all().stream().filter(it -> from(it, "visitor"))).hasSize(1);
  }

  @Test
  void oneVisitorNeverReadsAnothers() {
    var eva = new VisitorClient(APPLICATION);
    ana.say("secreto de Ana");
    eva.say("Hola");
    eva.await(it -> from(it, "bot"));
    assertThat(eva.all().toString()).doesNotContain("secreto de Ana");
    assertThat(eva.messages("?after=0").toString()).doesNotContain("secreto de Ana");
    assertThat(eva.messages("?before=999999").toString()).doesNotContain("secreto de Ana");
  }

  @Test
  void forgedAndForeignTokensAreRefusedWithAProblem() {
    for (var token : List.of("x", ana.token() + "x", ana.token().replace("web.", "web-otra."))) {
      var answer = ana.call("GET", "/messages", "", Map.of("Authorization", "Bearer " + token));
      assertThat(answer.statusCode()).as(token).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("/problems/token-invalid");
    }
    var elsewhere =
        ana.call(
            "GET",
            "/webchat/v1/web-otra/messages",
            "",
            Map.of("Authorization", "Bearer " + ana.token()));
    assertThat(elsewhere.statusCode()).isEqualTo(401);
    assertThat(ana.call("GET", "/messages", "", Map.of()).body()).contains("token-missing");
  }

  @Test
  void onlyAllowedOriginsMayTalkAndExactlyThoseAreTold() {
    var allowed = ana.call("OPTIONS", "/messages", "", Map.of("Origin", RunningApplication.SHOP));
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
        .contains(RunningApplication.SHOP);
    assertThat(allowed.headers().allValues("Vary")).contains("Origin");

    for (var origin :
        List.of(
            "https://evil.example",
            "https://tienda.example.evil.example",
            "http://tienda.example",
            "https://tienda.example:8443",
            "null")) {
      var refused = ana.call("POST", "/sessions", "{}", Map.of("Origin", origin));
      assertThat(refused.statusCode()).as(origin).isEqualTo(403);
      assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(ana.call("OPTIONS", "/messages", "", Map.of("Origin", origin)).statusCode())
          .isEqualTo(403);
    }
    assertThat(ana.call("POST", "/webchat/v1/nada/sessions", "{}", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsTooMuchOrNotReadableIsRefusedInOneSentence() {
    assertThat(ana.say("aaaaaaaa1", "x".repeat(4097)).body()).contains("text-too-long");
    assertThat(ana.say("aaaaaaaa2", "x".repeat(4096)).statusCode()).isEqualTo(202);
    assertThat(ana.say("aaaaaaaa3", " \n ").body()).contains("nothing-said");
    assertThat(ana.say("no id!", "Hola").body()).contains("not-readable");
    assertThat(ana.post("/messages", "{").body()).contains("not-readable");
    assertThat(ana.post("/messages", "[]").statusCode()).isEqualTo(400);
    assertThat(ana.post("/messages", "x".repeat(40_000)).statusCode()).isEqualTo(413);
    assertThat(ana.get("/messages?after=x").statusCode()).isEqualTo(400);

    var statuses =
        IntStream.range(0, 14)
            .mapToObj(n -> ana.say("bbbbbbbb" + n, "Hola " + n))
            .filter(it -> it.statusCode() == 429)
            .toList();
    assertThat(statuses).isNotEmpty();
    assertThat(statuses.getFirst().headers().firstValue("Retry-After")).isPresent();
    assertThat(statuses.getFirst().body()).contains("Va muy rápido");
  }

  @Test
  void notesAndReasonsStayInTheHouse() {
    ana.say("¿Cuánto cuesta el servicio?");
    ana.await(it -> from(it, "bot"));
    var contact = contact(ana).orElseThrow();
    conversations.comment(contact, new Author.Person(luisa().id()), "cliente difícil");

    for (var seen : List.of(ana.messages(""), ana.messages("?after=0"))) {
      assertThat(seen.toString())
          .doesNotContain("cliente difícil", "grounds", "score", "reason", "PRE-001\"", "QUEUED");
    }
  }

  @Test
  void aPersonIsCalledByTheirFirstNameAndTheStreamSaysSo() throws IOException {
    ana.say("Hola");
    ana.await(it -> from(it, "bot"));
    var contact = contact(ana).orElseThrow();
    try (var lines = reader(ana)) {
      say(contact, "Hola, soy Luisa.");
      var line = "";
      while (!line.contains("\"person\"")) {
        line = String.valueOf(lines.readLine());
        assertThat(line).as("the stream ended").isNotEqualTo("null");
      }
    }
    var message = ana.await(it -> from(it, "person"));
    assertThat(message.get("name").asString()).isEqualTo("Luisa");
    var floor = ana.messages("").get("floor");
    assertThat(floor.get("holder").asString()).isEqualTo("person");
    assertThat(floor.get("name").asString()).isEqualTo("Luisa");
  }

  /// The connection is cut again and again, at any byte; whoever resumes by the revision has
  /// everything once.
  @Test
  void nothingIsLostOrDoubledHoweverOftenTheStreamIsCut() throws Exception {
    ana.say("Hola");
    ana.await(it -> from(it, "bot"));
    var contact = contact(ana).orElseThrow();
    var told = 60;
    var writer =
        Thread.ofVirtual()
            .start(() ->
                IntStream.range(0, told)
                    .forEach(n -> {
                      say(contact, "parte " + n);
                      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                    }));
    var random = new Random(7);
    var page = new Page();
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (page.parts().size() < told && System.nanoTime() < deadline) {
      try (var stream = ana.events()) {
        stream.readNBytes(1 + random.nextInt(220));
      }
      page.catchUp(ana);
    }
    writer.join();
    assertThat(page.parts())
        .containsExactlyElementsOf(IntStream.range(0, told).mapToObj(n -> "parte " + n).toList());
    assertThat(page.cuts).as("cuts").isGreaterThan(3);
  }

  @Test
  void filesAreToldByTheirBytesAndServedWhereTheyCannotRun() {
    var stored = ana.upload("foto%20%C3%B1.html", PNG);
    assertThat(stored.statusCode()).isEqualTo(201);
    var attachment = VisitorClient.JSON.readTree(stored.body()).get("attachment").asString();
    assertThat(
            ana.upload("a.png", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .body())
        .contains("file-type-not-allowed");
    assertThat(ana.upload("a.png", new byte[0]).body()).contains("file-empty");

    var thief = new VisitorClient(APPLICATION);
    var body = "{\"clientId\":\"cccccccc1\",\"attachment\":\"" + attachment + "\"}";
    assertThat(thief.post("/messages", body).body()).contains("attachment-unknown");

    assertThat(ana.post("/messages", body).statusCode()).isEqualTo(202);
    var message = ana.await(it -> it.get("content").get("type").asString().equals("file"));
    var path = message.get("content").get("path").asString();
    var shown = ana.call("GET", path, "", Map.of());
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(shown.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(ana.call("GET", path + "x", "", Map.of()).statusCode()).isEqualTo(404);

    APPLICATION.bean(Contacts.class).erase(workspace(), contact(ana).orElseThrow());
    assertThat(ana.call("GET", path, "", Map.of()).statusCode()).isEqualTo(404);
    assertThat(ana.messages("").has("thread")).isFalse();
  }

  @Test
  void whatThePageShowedBecomesTicks() {
    ana.say("Hola");
    var answer = ana.await(it -> from(it, "bot"));
    var id = answer.get("id").asLong();
    assertThat(ana.post("/read", "{\"delivered\":" + id + ",\"read\":" + id + "}").statusCode())
        .isEqualTo(204);
    var contact = contact(ana).orElseThrow();
    await(() ->
        conversations.messages(contact, id + 1, 10).stream()
            .anyMatch(it -> it.sequence() == id && it.state() == MessageState.READ));
  }

  @Test
  void thePageOfTheFirstMessageIsKeptWithoutWhatStandsBehindTheQuestionMark() {
    ana.post(
        "/messages",
        """
        {"clientId":"dddddddd1","text":"Hola","page":
         {"url":"https://tienda.example/carro?clave=secreta#x","title":"Carro","locale":"es-EC"}}
        """);
    var contact = contact(ana).orElseThrow();
    var exported = APPLICATION.bean(Contacts.class).export(workspace(), contact).toString();
    assertThat(exported).contains("https://tienda.example/carro").doesNotContain("secreta");
  }

  @Test
  void theScriptIsKeptByBrowsersAndAskedForCheaply() {
    var first = ana.call("GET", "/webchat/widget.js", "", Map.of());
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.body()).contains("relevo-chat");
    assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    var again = ana.call("GET", "/webchat/widget.js", "", Map.of("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  /// What a page makes of what it reads.
  private static final class Page {
    final Map<Long, String> messages = new TreeMap<>();
    long revision;
    int cuts;

    void catchUp(VisitorClient client) {
      cuts++;
      JsonNode seen;
      do {
        seen = client.messages("?after=" + revision);
        if (!seen.has("messages")) {
          // Asked too often: refused with a problem, and asked again after the next cut.
          return;
        }
        seen.get("messages").forEach(it -> messages.put(it.get("id").asLong(), text(it)));
        revision = seen.get("revision").asLong();
      } while (seen.get("more").asBoolean());
    }

    List<String> parts() {
      return messages.values().stream().filter(it -> it.startsWith("parte")).toList();
    }
  }

  private static BufferedReader reader(VisitorClient client) {
    return new BufferedReader(new InputStreamReader(client.events(), StandardCharsets.UTF_8));
  }

  private void say(ContactId contact, String text) {
    APPLICATION
        .bean(Outbox.class)
        .post(
            new Post(
                contact,
                new Author.Person(luisa().id()),
                List.of(new Content.Text(text)),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty()));
  }

  private static Member luisa() {
    var members = APPLICATION.bean(Members.class);
    return members
        .byEmail("luisa@relevo.example")
        .orElseGet(() ->
            members.add(
                workspace(), "luisa@relevo.example", "Luisa Paredes", Role.AGENT, Language.ES));
  }

  private static WorkspaceId workspace() {
    return APPLICATION.bean(Channels.class).find(new ChannelId("web")).orElseThrow().workspace();
  }

  private static Optional<ContactId> contact(VisitorClient client) {
    var visitor = new Visitor(new ChannelId("web"), client.token().split("\\.", -1)[1]);
    return APPLICATION
        .bean(Contacts.class)
        .address(workspace(), visitor.channel(), visitor.alias())
        .map(it -> it.contact());
  }

  private static boolean from(JsonNode message, String author) {
    return message.get("from").asString().equals(author);
  }

  private static String text(JsonNode message) {
    return message.get("content").path("text").asString("");
  }

  private static void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 30 s").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
