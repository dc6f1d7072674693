package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.browser.RunningApplication;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A visitor's page as the protocol sees it.
final class VisitorClient {

  static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ROOT = "/webchat/v1/web";

  private final RunningApplication application;
  private final JsonNode session;

  /// Every client calls from an address of its own, as the proxy in front would say.
  private final String address = "198.51.100." + (int) (1 + Math.random() * 254);

  VisitorClient(RunningApplication application) {
    this.application = application;
    this.session =
        JSON.readTree(call("POST", "/sessions", "{\"language\":\"es\"}", Map.of()).body());
  }

  String token() {
    return session.get("token").asString();
  }

  JsonNode session() {
    return session;
  }

  HttpResponse<String> say(String clientId, String text) {
    return post("/messages", JSON.writeValueAsString(Map.of("clientId", clientId, "text", text)));
  }

  String say(String text) {
    var id = UUID.randomUUID().toString();
    var answer = say(id, text);
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return id;
  }

  HttpResponse<String> post(String path, String body) {
    return call("POST", path, body, Map.of("Authorization", "Bearer " + token()));
  }

  HttpResponse<String> get(String path) {
    return call("GET", path, "", Map.of("Authorization", "Bearer " + token()));
  }

  JsonNode messages(String query) {
    return JSON.readTree(get("/messages" + query).body());
  }

  List<JsonNode> all() {
    return StreamSupport.stream(messages("").get("messages").spliterator(), false).toList();
  }

  /// The newest message that fits, as soon as there is one.
  JsonNode await(Predicate<JsonNode> wanted) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (System.nanoTime() < deadline) {
      var found = all().reversed().stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150));
    }
    throw new AssertionError("did not come within 40 s; there is: " + all());
  }

  InputStream events() {
    try {
      return HTTP.send(
              request("GET", "/events", Map.of("Authorization", "Bearer " + token())).build(),
              BodyHandlers.ofInputStream())
          .body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> upload(String name, byte[] bytes) {
    var request =
        request(
            "POST", "/files", Map.of("Authorization", "Bearer " + token(), "X-File-Name", name));
    return send(request.method("POST", BodyPublishers.ofByteArray(bytes)));
  }

  HttpResponse<String> call(String method, String path, String body, Map<String, String> headers) {
    return send(request(method, path, headers).method(method, BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String method, String path, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(application.url(path.startsWith("/webchat") ? path : ROOT + path))
            .timeout(Duration.ofSeconds(60))
            .header("X-Forwarded-For", address);
    if (!headers.containsKey("Origin") && method.equals("POST")) {
      request.header("Origin", RunningApplication.SHOP);
    }
    headers.forEach(request::header);
    return request;
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
