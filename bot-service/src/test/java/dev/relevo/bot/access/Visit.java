package dev.relevo.bot.access;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen: keeps cookies and the page's token, follows no redirect.
public final class Visit {

  public static final String PASSWORD = "un caballo correcto 7";

  private static final Pattern TOKEN =
      Pattern.compile("name=\"(?:_csrf|csrf)\"[^>]*?(?:value|content)=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final Map<String, String> headers;
  private String token = "";

  public Visit() {
    this(HttpClient.newBuilder(), Map.of());
  }

  /// Somebody who sends these headers with every request.
  Visit(Map<String, String> headers) {
    this(HttpClient.newBuilder(), headers);
  }

  private Visit(HttpClient.Builder http, Map<String, String> headers) {
    this.http = http.cookieHandler(cookies).build();
    this.headers = headers;
  }

  /// Somebody at an address of this machine who says that they speak for another.
  static Visit from(InetAddress address, String spokenFor) {
    return new Visit(
        HttpClient.newBuilder().localAddress(address), Map.of("X-Forwarded-For", spokenFor));
  }

  /// A new member of the first workspace, signed in.
  public static Visit as(Role role) {
    return as(role, "m" + System.nanoTime() + "@prueba.ec");
  }

  public static Visit as(Role role, String email) {
    return as(role, email, "Miembro " + role);
  }

  public static Visit as(Role role, String email, String name) {
    var link = Invited.link(role);
    var visit = new Visit();
    visit.get(link);
    var entered = visit.post(link, Map.of("name", name, "email", email, "password", PASSWORD));
    if (entered.statusCode() != 302) {
      throw new IllegalStateException("the invitation did not let in: " + entered.statusCode());
    }
    visit.get(RunningApplication.shared().url("/console/me"));
    return visit;
  }

  public HttpResponse<String> get(String path) {
    return get(RunningApplication.shared().url(path));
  }

  public HttpResponse<String> get(URI url) {
    return send(HttpRequest.newBuilder(url).GET());
  }

  /// A part of a page, as htmx asks for it.
  public HttpResponse<String> part(String path) {
    return send(
        HttpRequest.newBuilder(RunningApplication.shared().url(path))
            .header("HX-Request", "true")
            .GET());
  }

  public HttpResponse<String> post(String path, Map<String, String> form) {
    return post(RunningApplication.shared().url(path), form);
  }

  public HttpResponse<String> post(URI url, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-CSRF-TOKEN", token)
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  /// A form with a file, as a browser sends it.
  public HttpResponse<String> upload(
      String path, String name, String content, Map<String, String> form) {
    return upload(path, "file", name, content, form);
  }

  /// As that, the file in a field of its own.
  public HttpResponse<String> upload(
      String path, String field, String name, String content, Map<String, String> form) {
    return upload(RunningApplication.shared().url(path), field, name, content, form);
  }

  /// As that, to any address.
  public HttpResponse<String> upload(
      URI url, String field, String name, String content, Map<String, String> form) {
    return upload(url, field, name, content.getBytes(StandardCharsets.UTF_8), form);
  }

  /// As that, whatever the file is.
  public HttpResponse<String> upload(
      URI url, String field, String name, byte[] content, Map<String, String> form) {
    var edge = "edge" + System.nanoTime();
    var before = new StringBuilder();
    form.forEach((key, value) ->
        before.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(edge, key, value)));
    before.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
            .formatted(edge, field, name));
    return send(
        HttpRequest.newBuilder(url)
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .header("HX-Request", "true")
            .header("X-CSRF-TOKEN", token)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(before.toString()),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--%s--\r\n".formatted(edge)))));
  }

  public HttpResponse<String> postWithoutToken(String path, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(RunningApplication.shared().url(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  public HttpResponse<String> signIn(String email, String password) {
    get("/sign-in");
    return post("/sign-in", Map.of("email", email, "password", password));
  }

  /// The session's cookie, for another server on the same database.
  public String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .map(it -> it.getName() + "=" + it.getValue())
        .collect(Collectors.joining("; "));
  }

  public static Optional<String> location(HttpResponse<?> response) {
    return response.headers().firstValue("Location");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    headers.forEach(request::header);
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      var found = TOKEN.matcher(response.body());
      if (found.find()) {
        token = found.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
