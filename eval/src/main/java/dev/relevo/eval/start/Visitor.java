package dev.relevo.eval.start;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor of the web chat, by its documented protocol. Each comes from an internet address of
/// its own, as the proxy in front of the service would say, so that no limit need be lifted.
final class Visitor {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

  private final HttpClient client;
  private final URI service;
  private final String address;
  private final Duration betweenLooks;
  private String token = "";
  private long revision;
  private long newest;

  /// @param number tells visitors apart
  /// @param betweenLooks for the answer; more than 60 looks must be 150 ms apart
  Visitor(HttpClient client, URI service, int number, Duration betweenLooks) {
    this.client = client;
    this.service = service;
    this.address = "198.18.%d.%d".formatted(number / 250, 1 + number % 250);
    this.betweenLooks = betweenLooks;
  }

  /// Says it and gives the text of the bot's first answer, as soon as it can be read.
  String ask(String text) throws IOException, InterruptedException {
    if (token.isEmpty()) {
      token = call("POST", "sessions", "{\"language\":\"es\"}").get("token").asString();
    }
    var id = UUID.randomUUID().toString();
    call("POST", "messages", JSON.writeValueAsString(Map.of("clientId", id, "text", text)));
    var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      var answer = look();
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(betweenLooks);
    }
    throw new IOException(
        "the web chat did not answer within " + ANSWERED_WITHIN.toSeconds() + " s");
  }

  /// The first message of the bot that was not there before; older ones come again when changed.
  private Optional<String> look() throws IOException, InterruptedException {
    var news = call("GET", "messages?after=" + revision, "");
    revision = news.path("revision").asLong(revision);
    var answer =
        StreamSupport.stream(news.path("messages").spliterator(), false)
            .filter(it -> it.path("from").asString("").equals("bot"))
            .filter(it -> it.path("id").asLong() > newest)
            .findFirst();
    answer.ifPresent(it -> newest = it.path("id").asLong());
    return answer.map(it -> it.path("content").path("text").asString(""));
  }

  private JsonNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(service.resolve("/webchat/v1/web/" + path))
            .timeout(ANSWERED_WITHIN)
            .header("X-Forwarded-For", address)
            .header("Origin", service.toString())
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "the web chat answered %d to %s %s: %s"
              .formatted(answer.statusCode(), method, path, answer.body()));
    }
    return JSON.readTree(answer.body());
  }
}
