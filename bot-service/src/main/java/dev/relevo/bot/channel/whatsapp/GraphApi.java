package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.pace.Alarm;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;

/// Plain calls to Meta's Graph API: HTTP/1.1, bounded in time and size, never redirected, and never
/// repeated by itself.
final class GraphApi {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int ANSWER = 256 * 1024;

  private final URI base;
  private final String token;
  private final Duration patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /// @param patience how long a whole answer may take
  GraphApi(URI base, String token, Duration patience) {
    this.base = base;
    this.token = token;
    this.patience = patience;
  }

  /// How a call ended.
  sealed interface Reply<T> {

    record Answered<T>(int status, T body) implements Reply<T> {}

    /// The request never left.
    record Unreached<T>(String why) implements Reply<T> {}

    /// The request left, as far as we know, and no whole answer came.
    record Lost<T>(String why) implements Reply<T> {}
  }

  Reply<byte[]> post(String path, String contentType, BodyPublisher body) {
    return call(request(at(path)).header("Content-Type", contentType).POST(body), bounded());
  }

  Reply<byte[]> get(String path) {
    return call(request(at(path)).GET(), bounded());
  }

  /// The bytes at an address that was checked before; the caller closes the stream.
  Reply<InputStream> stream(URI address) {
    return call(request(address).GET(), BodyHandlers.ofInputStream());
  }

  private URI at(String path) {
    return URI.create(base + path);
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
  }

  private static BodyHandler<byte[]> bounded() {
    return BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER);
  }

  /// One limit over the whole answer: the client's own would end with the headers, and race with
  /// it.
  private <T> Reply<T> call(HttpRequest.Builder request, BodyHandler<T> handler) {
    var answer = client.sendAsync(request.build(), handler);
    var late = Alarm.in(patience, () -> answer.cancel(true));
    try (late) {
      HttpResponse<T> response = answer.get();
      return new Reply.Answered<>(response.statusCode(), response.body());
    } catch (InterruptedException stopped) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Lost<>("interrupted");
    } catch (CancellationException | ExecutionException failed) {
      return late.rang()
          ? new Reply.Lost<>("no answer in " + patience.toSeconds() + " s")
          : ended(Optional.ofNullable(failed.getCause()).orElse(failed));
    }
  }

  private static <T> Reply<T> ended(Throwable cause) {
    var why = cause.getClass().getSimpleName();
    return neverLeft(cause) ? new Reply.Unreached<>(why) : new Reply.Lost<>(why);
  }

  private static boolean neverLeft(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ConnectException _,
            HttpConnectTimeoutException _,
            UnresolvedAddressException _,
            UnknownHostException _,
            NoRouteToHostException _,
            SSLHandshakeException _ -> {
          return true;
        }
        case IOException _ -> {}
        default -> {}
      }
    }
    return false;
  }
}
