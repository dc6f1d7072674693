package dev.relevo.eval.play;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor of the web chat, by its documented protocol. Each comes from an internet address of
/// its own, as the proxy in front of the service would say, so that no limit need be lifted.
public final class Visitor {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

  private final HttpClient client;
  private final URI service;
  private final String address;
  private String token = "";
  private long revision;
  private long newest;

  /// @param number tells visitors apart
  public Visitor(HttpClient client, URI service, int number) {
    this.client = client;
    this.service = service;
    this.address = "198.18.%d.%d".formatted(number / 250, 1 + number % 250);
  }

  /// One message of the bot.
  ///
  /// @param id rises within the thread
  public record Heard(long id, String text) {}

  /// Says it and gives the text of the bot's first answer, as soon as it can be read.
  ///
  /// @param betweenLooks for the answer; more than 60 looks must be 150 ms apart
  public String ask(String text, Duration betweenLooks) throws IOException, InterruptedException {
    say(UUID.randomUUID().toString(), text);
    var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      var answers = news();
      if (!answers.isEmpty()) {
        return answers.getFirst().text();
      }
      Thread.sleep(betweenLooks);
    }
    throw new IOException(
        "the web chat did not answer within " + ANSWERED_WITHIN.toSeconds() + " s");
  }

  /// Says it and returns once it is stored; the same id again is the same message.
  public void say(String id, String text) throws IOException, InterruptedException {
    if (token().isEmpty()) {
      enter();
    }
    call("POST", "messages", JSON.writeValueAsString(Map.of("clientId", id, "text", text)));
  }

  /// The bot's messages that were not there before; older ones come again when changed.
  public synchronized List<Heard> news() throws IOException, InterruptedException {
    var news = call("GET", "messages?after=" + revision, "");
    revision = news.path("revision").asLong(revision);
    var heard =
        StreamSupport.stream(news.path("messages").spliterator(), false)
            .filter(it -> it.path("from").asString("").equals("bot"))
            .filter(it -> it.path("id").asLong() > newest)
            .map(it ->
                new Heard(it.path("id").asLong(), it.path("content").path("text").asString("")))
            .toList();
    heard.forEach(it -> newest = Math.max(newest, it.id()));
    return heard;
  }

  /// Runs that at every change of the thread, until the stream ends. To be called after the first
  /// message.
  public void follow(Change change) throws IOException, InterruptedException {
    var request = request("events").timeout(Duration.ofHours(1)).GET().build();
    var answer = client.send(request, BodyHandlers.ofLines());
    try (var lines = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("the web chat answered %d to events".formatted(answer.statusCode()));
      }
      for (var line = lines.iterator(); line.hasNext(); ) {
        if (line.next().equals("event:changed")) {
          change.happened();
        }
      }
    }
  }

  /// Something to be read.
  public interface Change {
    void happened() throws IOException, InterruptedException;
  }

  private synchronized String token() {
    return token;
  }

  private synchronized void enter() throws IOException, InterruptedException {
    if (token.isEmpty()) {
      token = call("POST", "sessions", "{\"language\":\"es\"}").get("token").asString();
    }
  }

  private JsonNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        request(path).timeout(ANSWERED_WITHIN).method(method, BodyPublishers.ofString(body));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "the web chat answered %d to %s %s: %s"
              .formatted(answer.statusCode(), method, path, answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve("/webchat/v1/web/" + path))
        .header("X-Forwarded-For", address)
        .header("Origin", service.toString())
        .header("Authorization", "Bearer " + token());
  }
}
