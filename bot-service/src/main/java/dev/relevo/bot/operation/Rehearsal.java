package dev.relevo.bot.operation;

import dev.relevo.bot.setting.PublicUrl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// With `relevo.rehearsal=true` (`bin/relevo`, on a throwaway folder): opens the first pages, lets
/// a visitor of the web chat ask a few questions, and ends the application. What the JVM learned
/// then, later starts know: the first customer is answered as if there had been others.
@Component
@ConditionalOnProperty("relevo.rehearsal")
final class Rehearsal {

  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

  private static final List<String> PAGES = List.of("/", "/webchat/widget.js", "/sign-in");
  private static final List<String> QUESTIONS =
      List.of("¿Cuánto cuesta?", "hola, tienen wifi?", "¿Dónde están?", "gracias");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PublicUrl url;

  Rehearsal(PublicUrl url) {
    this.url = url;
  }

  /// Ends the JVM in any case: without the questions, what a start teaches is still worth keeping.
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofPlatform()
        .name("rehearsal")
        .start(() -> {
          try (var http = HttpClient.newHttpClient()) {
            play(http);
          } catch (IOException | InterruptedException | RuntimeException failed) {
            log.atWarn().setCause(failed).log("the rehearsal did not come to its end");
          }
          System.exit(0);
        });
  }

  private void play(HttpClient http) throws IOException, InterruptedException {
    for (var page : PAGES) {
      http.send(HttpRequest.newBuilder(url.at(page)).build(), BodyHandlers.ofString());
    }
    var token = call(http, "", "sessions", "{\"language\":\"es\"}").path("token").asString("");
    var revision = 0L;
    for (var question : QUESTIONS) {
      var said =
          JsonMapper.shared()
              .createObjectNode()
              .put("clientId", UUID.randomUUID().toString())
              .put("text", question);
      call(http, token, "messages", said.toString());
      revision = answered(http, token, revision);
    }
  }

  /// Looks for the bot's next message.
  ///
  /// @param after the revision up to which the thread is known
  /// @return the revision with the answer
  private long answered(HttpClient http, String token, long after)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    var known = after;
    while (System.nanoTime() < deadline) {
      var news = call(http, token, "messages?after=" + known, "");
      known = news.path("revision").asLong(known);
      for (var message : news.path("messages")) {
        if (message.path("from").asString("").equals("bot")) {
          return known;
        }
      }
      Thread.sleep(Duration.ofMillis(20));
    }
    throw new IOException("no answer within " + PATIENCE.toSeconds() + " s");
  }

  private JsonNode call(HttpClient http, String token, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url.at("/webchat/v1/web/" + path))
            .timeout(PATIENCE)
            .header("Origin", url.base().toString())
            .header("Authorization", "Bearer " + token);
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body));
    }
    return JsonMapper.shared().readTree(http.send(request.build(), BodyHandlers.ofString()).body());
  }
}
