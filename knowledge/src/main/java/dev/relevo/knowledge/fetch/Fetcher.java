package dev.relevo.knowledge.fetch;

import dev.relevo.knowledge.sentence.Sentence;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches what lies at an address somebody entered. It cannot be led to a machine that is not on
/// the public internet: every address a name has is checked, and the checked address is the one
/// connected to, at every redirect again. A fetch ends when it has taken too much or too long. No
/// cookies, no proxies, no credentials, no retries. Safe for several threads.
public final class Fetcher implements AutoCloseable {

  /// How we call ourselves, also to robots.txt.
  public static final String NAME = "Relevo";

  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int NOT_MODIFIED = 304;

  private final FetchLimits limits;
  private final Reach reach;
  private @Nullable CloseableHttpClient http;
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-alarm").factory());

  public Fetcher(FetchLimits limits, Reach reach) {
    this.limits = limits;
    this.reach = reach;
  }

  /// Fetches, over at most five redirects.
  ///
  /// @param known what came with the content we have; [Validators#NONE] if we have none
  /// @param types the media types that are taken, in lower case; content whose server names no type
  ///   is taken, too
  public Fetched fetch(URI address, Validators known, Set<String> types) {
    var deadline = new Deadline(alarm, limits.time());
    try {
      return fetch(address, new Wanted(known, types, deadline));
    } finally {
      deadline.off();
    }
  }

  private record Wanted(Validators known, Set<String> types, Deadline deadline) {}

  private Fetched fetch(URI address, Wanted wanted) {
    var at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      switch (WebAddress.of(at)) {
        case WebAddress.Wrong(var why) -> {
          return new Fetched.Refused(0, why);
        }
        case WebAddress.Sound(var sound) -> at = sound;
      }
      switch (step(at, wanted)) {
        case Step.Done(var fetched) -> {
          return fetched;
        }
        case Step.Onward(var next) -> at = next;
      }
    }
    return refused("fetch.redirects", MOST_REDIRECTS);
  }

  /// One request and its answer.
  private sealed interface Step {
    record Done(Fetched fetched) implements Step {}

    record Onward(URI next) implements Step {}
  }

  private Step step(URI address, Wanted wanted) {
    var request = new HttpGet(address);
    wanted.known().entityTag().ifPresent(it -> request.setHeader(HttpHeaders.IF_NONE_MATCH, it));
    wanted
        .known()
        .lastModified()
        .ifPresent(it -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, it));
    wanted.deadline().ends(request);
    try {
      var response = client().executeOpen(null, request, null);
      try {
        return answered(address, response, wanted);
      } finally {
        // Closing alone would first read what is left of the body, however much that is.
        request.cancel();
        Closer.closeQuietly(response);
      }
    } catch (Reach.OutOfReach out) {
      return new Step.Done(refused(out.key(), address.getHost()));
    } catch (IOException | RuntimeException failed) {
      return new Step.Done(failed(address, failed, wanted.deadline()));
    }
  }

  private Step answered(URI address, ClassicHttpResponse response, Wanted wanted)
      throws IOException {
    var status = response.getCode();
    var location = Answer.header(response, HttpHeaders.LOCATION);
    if (REDIRECTS.contains(status) && location.isPresent()) {
      return onward(address, location.get());
    }
    if (status == NOT_MODIFIED && !wanted.known().equals(Validators.NONE)) {
      return new Step.Done(new Fetched.Unchanged());
    }
    if (status != 200) {
      return new Step.Done(
          new Fetched.Refused(status, Sentence.of("fetch.status", address.getHost(), status)));
    }
    var answer = new Answer(address, response);
    if (!answer.type().isEmpty() && !wanted.types().contains(answer.type())) {
      return new Step.Done(refused("fetch.type", answer.type()));
    }
    return new Step.Done(
        answer
            .content(limits.bytes())
            .<Fetched>map(it -> it)
            .orElseGet(() -> refused("fetch.large", limits.megabytes())));
  }

  private static Step onward(URI from, String location) {
    try {
      return new Step.Onward(from.resolve(location.strip().replace(" ", "%20")));
    } catch (IllegalArgumentException notAnAddress) {
      return new Step.Done(refused("fetch.address", location));
    }
  }

  private Fetched failed(URI address, Exception failed, Deadline deadline) {
    var host = address.getHost();
    if (deadline.isOver() || failed instanceof SocketTimeoutException) {
      return refused("fetch.slow", host, limits.time().toSeconds());
    }
    return switch (failed) {
      case UnknownHostException _ -> refused("fetch.unknown", host);
      case SSLException _ -> refused("fetch.certificate", host);
      default -> refused("fetch.broken", host);
    };
  }

  private static Fetched refused(String key, Object... arguments) {
    return new Fetched.Refused(0, Sentence.of(key, arguments));
  }

  /// Made for the first fetch: it reads all certificates that are trusted here, for which no start
  /// needs to wait.
  private synchronized CloseableHttpClient client() {
    if (http == null) {
      http = client(limits, reach);
    }
    return http;
  }

  private static CloseableHttpClient client(FetchLimits limits, Reach reach) {
    var timeout = Timeout.of(limits.time());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(reach.resolver())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout)
                    .setSocketTimeout(timeout)
                    .build())
            .setMaxConnTotal(16)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent(NAME + "/1.0")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .build();
  }

  /// Ends what is under way.
  @Override
  public synchronized void close() throws IOException {
    alarm.shutdownNow();
    if (http != null) {
      http.close();
    }
  }
}
