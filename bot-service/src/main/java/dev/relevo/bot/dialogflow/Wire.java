package dev.relevo.bot.dialogflow;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.DetectIntentResponse;
import com.google.cloud.dialogflow.cx.v3.SessionsClient;
import com.google.cloud.dialogflow.cx.v3.SessionsSettings;
import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.ClientStreamTracer;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.TlsChannelCredentials;
import io.grpc.auth.MoreCallCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The connections to Dialogflow: one for each endpoint, opened when it is first called and closed
/// when the application stops.
@Component
final class Wire implements AutoCloseable {

  private final DialogflowSettings settings;
  private final Map<String, Line> lines = new HashMap<>();
  private final Map<ServiceKey, CallCredentials> keys = new ConcurrentHashMap<>();

  Wire(DialogflowSettings settings) {
    this.settings = settings;
  }

  private record Line(ManagedChannel channel, SessionsClient client) {}

  /// Asks once; a second time only where nothing had left this machine.
  ///
  /// @throws ApiException with what the agent, Google or the network answered
  DetectIntentResponse detect(Connection to, DetectIntentRequest request, Duration within) {
    var end = System.nanoTime() + within.toNanos();
    var line = line(to.agent());
    var first = new Departure();
    try {
      return call(line, to, request, within, first);
    } catch (ApiException failed) {
      var left = Duration.ofNanos(end - System.nanoTime());
      var again =
          failed.getStatusCode().getCode() == StatusCode.Code.UNAVAILABLE
              && !first.happened()
              && left.isPositive();
      if (!again) {
        throw failed;
      }
      line.channel().resetConnectBackoff();
      return call(line, to, request, left, new Departure());
    }
  }

  private DetectIntentResponse call(
      Line line, Connection to, DetectIntentRequest request, Duration within, Departure departure) {
    var options = CallOptions.DEFAULT.withStreamTracerFactory(departure);
    var context =
        GrpcCallContext.createDefault()
            .withCallOptions(credentials(to).map(options::withCallCredentials).orElse(options))
            .withTimeoutDuration(within);
    return line.client().detectIntentCallable().call(request, context);
  }

  /// An unencrypted line carries no key.
  private Optional<CallCredentials> credentials(Connection to) {
    return settings.onThisMachine().isPresent()
        ? Optional.empty()
        : to.key().map(it -> keys.computeIfAbsent(it, Wire::credentials));
  }

  private static CallCredentials credentials(ServiceKey key) {
    try {
      return MoreCallCredentials.from(key.credentials());
    } catch (IOException noKey) {
      throw new UncheckedIOException(noKey);
    }
  }

  private synchronized Line line(AgentName agent) {
    var here = settings.onThisMachine();
    return lines.computeIfAbsent(
        here.orElseGet(agent::endpoint),
        endpoint ->
            open(
                endpoint,
                here.isPresent()
                    ? InsecureChannelCredentials.create()
                    : TlsChannelCredentials.create()));
  }

  /// Without the client's own repetitions: a question is no safe thing to repeat.
  private static Line open(String endpoint, ChannelCredentials security) {
    var channel =
        Grpc.newChannelBuilder(endpoint, security)
            .disableRetry()
            .disableServiceConfigLookUp()
            .build();
    var settings =
        SessionsSettings.newBuilder()
            .setCredentialsProvider(NoCredentialsProvider.create())
            .setTransportChannelProvider(
                FixedTransportChannelProvider.create(GrpcTransportChannel.create(channel)));
    settings.detectIntentSettings().setRetryableCodes(Set.of());
    try {
      return new Line(channel, SessionsClient.create(settings.build()));
    } catch (IOException impossible) {
      channel.shutdownNow();
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public synchronized void close() {
    lines
        .values()
        .forEach(it -> {
          it.client().close();
          it.channel().shutdownNow();
        });
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
