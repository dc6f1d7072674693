package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.whatsapp.Mutations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// What pages of the web chat send, mangled, over HTTP to the running service: it answers each
/// within seconds, and never with a fault of its own.
public final class HostileVisitors {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// What a visitor may ask for before another one comes.
  private static final int EACH = 8;

  private static final List<String> PATHS =
      List.of(
          "messages",
          "messages",
          "messages",
          "read",
          "typing",
          "messages/1/vote",
          "messages/999999999999999999/vote",
          "files",
          "sessions",
          "events",
          "files/x");

  private static final List<String> QUERIES =
      List.of(
          "", "", "?after=1", "?after=-1", "?before=x", "?after=99999999999999999999", "?%00=%ff");

  private final URI chat;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random dice;
  private final Mutations bodies;
  private String token = "";
  private String address = "";
  private int left;

  /// @param service which believes what this machine says of addresses
  /// @param channel of the web chat
  public HostileVisitors(URI service, String channel, long seed) {
    this.chat = service.resolve("/webchat/v1/" + channel + "/");
    this.dice = new Random(seed);
    this.bodies =
        new Mutations(
            seed,
            Stream.of(
                    "{\"clientId\":\"abcdefgh\",\"text\":\"hola\",\"option\":{\"id\":\"a\",\"label\":\"b\"},\"attachment\":\"x\",\"page\":{\"url\":\"https://x.example\",\"title\":\"t\",\"locale\":\"es\"}}",
                    "{\"clientId\":\"abcdefgh\",\"text\":\"hola\"}",
                    "{\"delivered\":1,\"read\":1}",
                    "{\"helpful\":true,\"vote\":\"up\",\"reason\":\"x\"}",
                    "{\"deviceKey\":\"x.y\",\"language\":\"es\"}")
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .toList());
  }

  /// Sends the next; true when it was taken, false when it was refused.
  ///
  /// @throws AssertionError when it was answered by a fault, or by nothing in time; it holds the
  ///   request
  public boolean next() throws IOException, InterruptedException {
    if (left == 0) {
      address = "10.%d.%d.%d".formatted(dice.nextInt(256), dice.nextInt(256), dice.nextInt(256));
      var session = sent("POST", "sessions", "{}".getBytes(StandardCharsets.UTF_8));
      var mark = session.body().indexOf("\"token\":\"");
      token =
          mark < 0 ? "" : session.body().substring(mark + 9, session.body().indexOf('"', mark + 9));
      left = EACH;
    }
    left--;
    var path = PATHS.get(dice.nextInt(PATHS.size())) + QUERIES.get(dice.nextInt(QUERIES.size()));
    var method = dice.nextInt(6) == 0 && !path.startsWith("events") ? "GET" : "POST";
    var body = bodies.next();
    return sent(method, path, body).statusCode() < 300;
  }

  private HttpResponse<String> sent(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(chat.resolve(path))
            .timeout(LONGEST)
            .header("Origin", chat.resolve("/").toString().replaceFirst("/$", ""))
            .header("X-Forwarded-For", address)
            .header("Authorization", "Bearer " + (dice.nextInt(20) == 0 ? "x" + token : token))
            .header(
                "Content-Type",
                dice.nextInt(9) == 0 ? "multipart/form-data; boundary=x" : "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var asked = method + " " + path + ": " + new String(body, StandardCharsets.UTF_8);
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 500) {
        throw new AssertionError(answer.statusCode() + " for " + asked);
      }
      return answer;
    } catch (HttpTimeoutException none) {
      throw new AssertionError("no answer within " + LONGEST + " for " + asked, none);
    }
  }
}
