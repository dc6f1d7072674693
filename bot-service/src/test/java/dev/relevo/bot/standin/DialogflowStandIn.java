package dev.relevo.bot.standin;

import com.google.cloud.dialogflow.cx.v3.DetectIntentRequest;
import com.google.cloud.dialogflow.cx.v3.DetectIntentResponse;
import com.google.cloud.dialogflow.cx.v3.SessionName;
import com.google.cloud.dialogflow.cx.v3.SessionsGrpc;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Dialogflow CX's `Sessions` on this machine, without encryption and keys: a real gRPC server with
/// sessions that remember their page and parameters. A [DialogflowScript] is the agent,
/// [DialogflowFault]s say how calls fail, and its log says what Dialogflow saw.
public final class DialogflowStandIn implements AutoCloseable {

  private static final Metadata.Key<String> ROUTING =
      Metadata.Key.of("x-goog-request-params", Metadata.ASCII_STRING_MARSHALLER);
  private static final Context.Key<String> ROUTED = Context.key("routing");

  private final Agent agent;
  private final Server server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, DialogflowSession> sessions = new ConcurrentHashMap<>();
  private final List<DialogflowCall> log = new ArrayList<>();
  private volatile DialogflowScript script = new SampleAgent();
  private volatile IntFunction<List<DialogflowFault>> faults = _ -> List.of();
  private volatile int longestText = Integer.MAX_VALUE;
  private volatile Duration latency = Duration.ZERO;
  private volatile Optional<PrintStream> printer = Optional.empty();

  /// The one agent it serves.
  ///
  /// @param id a UUID at Google's
  public record Agent(String project, String location, String id) {
    /// For tests that do not care.
    public static final Agent SAMPLE =
        new Agent("demo-project", "us-central1", "7d2c1a54-0d3f-4a8e-9b21-5f6c7a8b9c0d");

    /// A session of its draft.
    public String session(String id) {
      return SessionName.ofProjectLocationAgentSessionName(project, location, this.id, id)
          .toString();
    }
  }

  /// Listens on a free port of the loopback address.
  public DialogflowStandIn(Agent agent) {
    this(agent, 0);
  }

  /// Listens on that port of the loopback address; 0: a free one.
  public DialogflowStandIn(Agent agent, int port) {
    this.agent = agent;
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .executor(threads)
            .intercept(new KeepsRouting())
            .addService(new Sessions())
            .build();
    try {
      server.start();
    } catch (IOException taken) {
      threads.shutdownNow();
      throw new UncheckedIOException("port %d is taken; name another".formatted(port), taken);
    }
  }

  /// What the client's endpoint must be set to, `host:port`, in plain text.
  public String endpoint() {
    return "127.0.0.1:" + server.getPort();
  }

  public Agent agent() {
    return agent;
  }

  /// Decides what is answered from now on.
  public DialogflowStandIn answering(DialogflowScript script) {
    this.script = script;
    return this;
  }

  /// Waits so long before each answer.
  public DialogflowStandIn slow(Duration latency) {
    this.latency = latency;
    return this;
  }

  /// Refuses texts of more characters, as was once documented with 256.
  public DialogflowStandIn refusingTextsOver(int characters) {
    longestText = characters;
    return this;
  }

  /// Fails in these ways at every call; none: no longer.
  public DialogflowStandIn failing(DialogflowFault... faults) {
    var all = List.of(faults);
    return failing(_ -> all);
  }

  /// Fails at each call in the ways given for its number in the log.
  public DialogflowStandIn failing(IntFunction<List<DialogflowFault>> faults) {
    this.faults = faults;
    return this;
  }

  /// Prints what it is asked, a line each.
  public DialogflowStandIn printing(PrintStream to) {
    printer = Optional.of(to);
    return this;
  }

  /// Every call that named the agent rightly, in the order in which they were read.
  public List<DialogflowCall> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /// The most calls of that session that were under way at the same time; 1 when they were
  /// serialised.
  public int mostTogether(String session) {
    var known = sessions.get(session);
    return known == null ? 0 : known.mostTogether();
  }

  @Override
  public void close() {
    server.shutdownNow();
    threads.shutdownNow();
  }

  private DetectIntentResponse detect(DetectIntentRequest request) throws InterruptedException {
    var name = DialogflowDemands.session(request, agent, longestText);
    var session = sessions.computeIfAbsent(name, _ -> new DialogflowSession());
    int together = session.enter();
    try {
      var call = keep(request, name, together);
      Thread.sleep(latency);
      return answer(request, session, call);
    } finally {
      session.leave();
    }
  }

  private DetectIntentResponse answer(
      DetectIntentRequest request, DialogflowSession session, DialogflowCall call)
      throws InterruptedException {
    var failures = faults.apply(call.number());
    for (var fault : failures) {
      switch (fault) {
        case DialogflowFault.Delay(var beforeAnswer) -> Thread.sleep(beforeAnswer);
        case DialogflowFault.Fails(var code) -> throw DialogflowDemands.fault(code, "as told");
        case DialogflowFault.AnswerLost _ -> {
          // After the agent has answered.
        }
      }
    }
    var answer = session.advance(call, script);
    var response = answer.response(request, session.parameters(answer));
    for (var fault : failures) {
      if (fault instanceof DialogflowFault.AnswerLost(var code)) {
        throw DialogflowDemands.fault(code, "the answer was lost");
      }
    }
    return response;
  }

  private DialogflowCall keep(DetectIntentRequest request, String session, int together) {
    var input = request.getQueryInput();
    var given = request.getQueryParams();
    var deadline = Context.current().getDeadline();
    synchronized (log) {
      var call =
          new DialogflowCall(
              log.size() + 1,
              Instant.now(),
              session,
              input.getText().getText(),
              input.getEvent().getEvent(),
              input.getLanguageCode(),
              given.getParameters(),
              given.getPayload(),
              given.getChannel(),
              Optional.ofNullable(ROUTED.get()),
              Optional.ofNullable(deadline)
                  .map(it -> Duration.ofNanos(it.timeRemaining(TimeUnit.NANOSECONDS))),
              together);
      log.add(call);
      printer.ifPresent(it ->
          it.println("%d %s %s%s".formatted(call.number(), session, call.text(), call.event())));
      return call;
    }
  }

  /// The service.
  private final class Sessions extends SessionsGrpc.SessionsImplBase {
    @Override
    public void detectIntent(
        DetectIntentRequest request, StreamObserver<DetectIntentResponse> caller) {
      try {
        caller.onNext(detect(request));
        caller.onCompleted();
      } catch (StatusRuntimeException told) {
        caller.onError(told);
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
        caller.onError(Status.UNAVAILABLE.asRuntimeException());
      }
    }
  }

  /// Keeps the routing header for the log.
  private static final class KeepsRouting implements ServerInterceptor {
    @Override
    public <T, R> ServerCall.Listener<T> interceptCall(
        ServerCall<T, R> call, Metadata headers, ServerCallHandler<T, R> next) {
      var routed = headers.get(ROUTING);
      var context = Context.current();
      return Contexts.interceptCall(
          routed == null ? context : context.withValue(ROUTED, routed), call, headers, next);
    }
  }
}
