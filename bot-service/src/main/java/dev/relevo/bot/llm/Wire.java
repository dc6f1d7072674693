package dev.relevo.bot.llm;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.knowledge.fetch.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// The way to endpoints: no redirects, no retries, no cookies. At the deadline the connection is
/// closed, whatever it is doing. Where an address was entered in a console, only what lies on the
/// public internet is connected to.
final class Wire implements AutoCloseable {

  private static final int CONNECTIONS = 200;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  /// What may still come after everything was said.
  private static final Duration AFTERWARDS = Duration.ofMillis(250);

  private static final int LONGEST_COMPLAINT = 8_192;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("model-alarm").factory());
  private final Line trusted = new Line(SystemDefaultDnsResolver.INSTANCE);
  private final Line guarded;

  /// @param names where addresses that were entered in a console may lead
  Wire(DnsResolver names) {
    guarded = new Line(names);
  }

  /// What came of sending.
  sealed interface Sent {

    /// A stream ended as it should.
    record Streamed() implements Sent {}

    /// The endpoint answered with something else than 200.
    ///
    /// @param complaint the beginning of what it says
    /// @param retryAfter when it wants to be asked again
    record Refused(int status, String complaint, Optional<Duration> retryAfter) implements Sent {}

    record Broken(Trouble trouble) implements Sent {}
  }

  Sent send(Connection connection, Held held, Deadline deadline) {
    var post = post(held.request(), deadline.left());
    var ear = new Ear(held.listener());
    var end = alarm.schedule(post::cancel, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    ear.whenDone(() -> alarm.schedule(post::cancel, AFTERWARDS.toNanos(), TimeUnit.NANOSECONDS));
    try (var response =
        (connection.trusted() ? trusted : guarded).http().executeOpen(null, post, null)) {
      try {
        return response.getCode() == 200 ? heard(response, ear, deadline) : refused(response);
      } finally {
        if (!ear.isDone()) {
          // Closing alone would first read what is left.
          post.cancel();
        }
      }
    } catch (IOException | RuntimeException failed) {
      return ear.isDone() ? ear.ended() : new Sent.Broken(trouble(failed, deadline));
    } finally {
      end.cancel(false);
      ear.close();
    }
  }

  private static Sent heard(ClassicHttpResponse response, Ear ear, Deadline deadline)
      throws IOException {
    try (var content = content(response)) {
      ear.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
      new DefaultServerSentEventParser().parse(content, ear);
    }
    return ear.failure()
        .map(it -> (Sent) new Sent.Broken(late(deadline) ? Trouble.SLOW : trouble(it, deadline)))
        .orElseGet(ear::ended);
  }

  private static Sent refused(ClassicHttpResponse response) throws IOException {
    var retryAfter =
        Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
            .flatMap(it -> seconds(it.getValue()));
    try (var content = content(response)) {
      var complaint = new String(content.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
      return new Sent.Refused(response.getCode(), complaint, retryAfter);
    }
  }

  private static InputStream content(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    var content = entity == null ? null : entity.getContent();
    return content == null ? InputStream.nullInputStream() : new Brim(content);
  }

  private static HttpPost post(HttpRequest request, Duration left) {
    var post = new HttpPost(request.url());
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> post.addHeader(name, value)));
    post.setHeader(HttpHeaders.ACCEPT, "text/event-stream, application/json");
    post.removeHeaders(HttpHeaders.CONTENT_TYPE);
    post.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
    var most = Timeout.of(left.plusMillis(1));
    post.setConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(most)
            .setResponseTimeout(most)
            .setProtocolUpgradeEnabled(false)
            .build());
    return post;
  }

  private static Trouble trouble(Exception failed, Deadline deadline) {
    return switch (failed) {
      case Reach.OutOfReach _ -> Trouble.HOST_PRIVATE;
      case UnknownHostException _ -> Trouble.HOST_UNKNOWN;
      case SSLException _ -> Trouble.CERTIFICATE;
      case ConnectException _ -> Trouble.UNREACHABLE;
      case NoRouteToHostException _ -> Trouble.UNREACHABLE;
      case ConnectTimeoutException _ -> Trouble.UNREACHABLE;
      case ConnectionRequestTimeoutException _ -> Trouble.BUSY;
      case Brim.Overflow _ -> Trouble.GARBLED;
      default -> late(deadline) ? Trouble.SLOW : Trouble.CUT;
    };
  }

  private static boolean late(Deadline deadline) {
    return deadline.left().compareTo(Duration.ofMillis(5)) < 0;
  }

  /// `Retry-After` in seconds; its other form, a date, is rare and needs both clocks to agree.
  private static Optional<Duration> seconds(String value) {
    return value.strip().matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())))
            .map(it -> it.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : it)
        : Optional.empty();
  }

  /// A client, made for its first call: it reads all certificates that are trusted here, for which
  /// no start needs to wait.
  private static final class Line {

    private final DnsResolver names;
    private @Nullable CloseableHttpClient http;

    Line(DnsResolver names) {
      this.names = names;
    }

    synchronized CloseableHttpClient http() {
      if (http == null) {
        http = client(names);
      }
      return http;
    }

    synchronized void close() {
      Closer.closeQuietly(http);
    }
  }

  private static CloseableHttpClient client(DnsResolver names) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
            .setMaxConnTotal(CONNECTIONS)
            .setMaxConnPerRoute(CONNECTIONS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setUserAgent("Relevo")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  /// Ends what is under way.
  @Override
  public void close() {
    alarm.shutdownNow();
    trusted.close();
    guarded.close();
  }
}
