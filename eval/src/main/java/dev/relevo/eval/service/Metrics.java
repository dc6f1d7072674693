package dev.relevo.eval.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalDouble;

/// What an application tells of itself to whoever has the token.
///
/// @param token `relevo.metrics.token`
public record Metrics(URI service, String token) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// The sum of all series that begin so, such as `relevo_turns_total{`; empty when there is none,
  /// or it does not tell now.
  public OptionalDouble sum(String beginning) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? sum(answer.body(), beginning) : OptionalDouble.empty();
    } catch (IOException nobody) {
      return OptionalDouble.empty();
    }
  }

  /// Of a text in Prometheus' format.
  static OptionalDouble sum(String text, String beginning) {
    return text.lines()
        .filter(it -> it.startsWith(beginning))
        .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
        .reduce(Double::sum);
  }
}
