package dev.relevo.bot.access;

import dev.relevo.bot.api.Description;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A partner's program, calling the running application with a key.
///
/// @param owner who made the key
/// @param id the key's number
/// @param key its secret; none is sent when it is empty
public record Partner(Optional<SignedIn> owner, long id, String key) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// A program of the first workspace.
  public static Partner with(Scope... scopes) {
    return of(Invited.owner(), scopes);
  }

  /// A program of a workspace of its own, which has no matrix yet.
  public static Partner elsewhere(Scope... scopes) {
    var workspace =
        new WorkspaceId(
            RunningApplication.shared()
                .bean(JdbcClient.class)
                .sql(
                    "INSERT INTO crm.workspace (name, created_at) VALUES ('Otra', now()) RETURNING"
                        + " id")
                .query(Long.class)
                .single());
    var owner =
        RunningApplication.shared()
            .bean(Members.class)
            .add(
                workspace,
                "owner" + System.nanoTime() + "@otra.ec",
                "Otra dueña",
                Role.OWNER,
                Language.ES);
    return of(SignedIn.as(owner), scopes);
  }

  public static Partner nobody() {
    return new Partner(Optional.empty(), 0, "");
  }

  public static Partner knowing(String key) {
    return new Partner(Optional.empty(), 0, key);
  }

  /// Another program of the same workspace.
  public Partner colleague(Scope... scopes) {
    return of(owner.orElseThrow(), scopes);
  }

  public WorkspaceId workspace() {
    return owner.orElseThrow().workspace();
  }

  public Partner revoked() {
    keys().revoke(owner.orElseThrow(), id);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /// Posts JSON.
  ///
  /// @param headers name, value, name, value …
  public HttpResponse<String> post(String path, String json, String... headers) {
    return send("POST", path, BodyPublishers.ofString(json), headers);
  }

  /// Sends a body by any method.
  ///
  /// @param headers name, value, name, value …
  public HttpResponse<String> send(
      String method, String path, BodyPublisher body, String... headers) {
    var request = request(path).method(method, body);
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    return send(request);
  }

  /// A request that carries the key, and says that it brings JSON.
  public HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(url(path)).header("Content-Type", "application/json");
    return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
  }

  /// Sends it, and holds what comes back to the API's description.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      Description.SHIPPED.requireAsDescribed(response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  /// The slug of the problem an answer names.
  public static String problem(HttpResponse<String> response) {
    var type = json(response).path("type").asString("");
    return type.startsWith("/problems/") ? type.substring("/problems/".length()) : "none: " + type;
  }

  private static URI url(String path) {
    return RunningApplication.shared().url(path);
  }

  private static Partner of(SignedIn owner, Scope... scopes) {
    var made = keys().make(owner, "Prueba", Set.of(scopes)).orElseThrow();
    return new Partner(Optional.of(owner), made.key().id(), made.secret());
  }

  private static ApiKeys keys() {
    return RunningApplication.shared().bean(ApiKeys.class);
  }
}
