package dev.relevo.bot.dialogflow;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.UnavailableException;
import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.DetectIntentResponse;
import com.google.cloud.dialogflow.cx.v3.QueryInput;
import com.google.cloud.dialogflow.cx.v3.SessionsClient;
import com.google.cloud.dialogflow.cx.v3.SessionsSettings;
import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.auth.MoreCallCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The connections to Dialogflow: one for each endpoint, opened when it is first called and closed
/// when the application stops.
@Component
final class AgentLines implements AutoCloseable {

  /// How long a line that could not be opened may take the second time.
  private static final Duration SECOND_TRY = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(AgentLines.class);

  private final DialogflowSettings settings;
  private final Map<String, SessionsClient> lines = new HashMap<>();
  private final Map<ServiceKey, CallCredentials> keys = new ConcurrentHashMap<>();

  AgentLines(DialogflowSettings settings) {
    this.settings = settings;
  }

  /// Asks once; a second time only where nothing had left this machine.
  ///
  /// @throws ApiException with what the agent, Google or the network answered
  DetectIntentResponse detect(Connection to, DetectIntentRequest request, Duration within) {
    var end = System.nanoTime() + within.toNanos();
    var line = line(to.agent());
    var options = options(to);
    var first = new Departure();
    try {
      return call(line, request, options.withStreamTracerFactory(first), left(end));
    } catch (UnavailableException failed) {
      if (first.happened()) {
        throw failed;
      }
      return again(line, request, options.withWaitForReady(), left(end), failed);
    }
  }

  /// Opens the line and goes the way of a call, but for a request that is too late before it
  /// leaves; nothing on a line that is open already.
  void warm(AgentName agent) {
    if (isOpen(agent)) {
      return;
    }
    var request =
        DetectIntentRequest.newBuilder()
            .setSession(agent.session("warm-up"))
            .setQueryInput(QueryInput.newBuilder().setLanguageCode("es"))
            .build();
    var late = CallOptions.DEFAULT.withDeadlineAfter(-1, TimeUnit.MILLISECONDS);
    try {
      call(line(agent), request, late, SECOND_TRY);
    } catch (ApiException expected) {
      log.atDebug().addKeyValue("agent", agent.full()).log("the line to an agent is open");
    }
  }

  private synchronized boolean isOpen(AgentName agent) {
    return lines.containsKey(endpoint(agent));
  }

  private String endpoint(AgentName agent) {
    return settings.onThisMachine().orElseGet(agent::endpoint);
  }

  private static DetectIntentResponse again(
      SessionsClient line,
      DetectIntentRequest request,
      CallOptions options,
      Duration within,
      UnavailableException first) {
    var second = new Departure();
    var time = within.compareTo(SECOND_TRY) < 0 ? within : SECOND_TRY;
    try {
      return call(line, request, options.withStreamTracerFactory(second), time);
    } catch (ApiException failed) {
      throw second.happened() ? failed : first;
    }
  }

  private static DetectIntentResponse call(
      SessionsClient line, DetectIntentRequest request, CallOptions options, Duration within) {
    var context =
        GrpcCallContext.createDefault().withCallOptions(options).withTimeoutDuration(within);
    return line.detectIntentCallable().call(request, context);
  }

  /// At least a moment: a call without a time limit would wait for ever.
  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
  }

  /// An unencrypted line carries no key.
  private CallOptions options(Connection to) {
    return settings.onThisMachine().isPresent()
        ? CallOptions.DEFAULT
        : to.key()
            .map(it -> keys.computeIfAbsent(it, AgentLines::credentials))
            .map(CallOptions.DEFAULT::withCallCredentials)
            .orElse(CallOptions.DEFAULT);
  }

  private static CallCredentials credentials(ServiceKey key) {
    try {
      return MoreCallCredentials.from(key.credentials());
    } catch (IOException noKey) {
      throw new UncheckedIOException(noKey);
    }
  }

  private synchronized SessionsClient line(AgentName agent) {
    var here = settings.onThisMachine().isPresent();
    return lines.computeIfAbsent(endpoint(agent), it -> open(it, here));
  }

  /// Without the client's own repetitions: a question is no safe thing to repeat.
  private static SessionsClient open(String endpoint, boolean here) {
    var transport =
        InstantiatingGrpcChannelProvider.newBuilder()
            .setEndpoint(endpoint)
            .setChannelConfigurator(channel -> {
              channel.disableRetry().disableServiceConfigLookUp();
              return here ? channel.usePlaintext() : channel;
            })
            .setChannelPrimer(channel -> channel.getState(true))
            .build();
    try {
      var settings =
          SessionsSettings.newBuilder()
              .setEndpoint(endpoint)
              .setCredentialsProvider(NoCredentialsProvider.create())
              .setTransportChannelProvider(transport);
      settings.detectIntentSettings().setRetryableCodes(Set.of());
      return SessionsClient.create(settings.build());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public synchronized void close() {
    lines.values().forEach(SessionsClient::close);
    lines.clear();
  }

  /// Whether a request left this machine.
  private static final class Departure extends ClientStreamTracer.Factory {

    private volatile boolean happened;

    boolean happened() {
      return happened;
    }

    @Override
    public ClientStreamTracer newClientStreamTracer(
        ClientStreamTracer.StreamInfo info, Metadata headers) {
      return new ClientStreamTracer() {
        @Override
        public void outboundHeaders() {
          happened = true;
        }
      };
    }
  }
}
