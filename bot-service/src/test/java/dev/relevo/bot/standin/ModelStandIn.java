package dev.relevo.bot.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.relevo.bot.standin.ModelLog.Received;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An OpenAI-compatible server on this machine: chat completions, streamed or not, with tools,
/// structured output and usage; models; embeddings. A [Script] decides what it answers,
/// [ModelFault]s how it fails, and its log says what the provider saw.
public final class ModelStandIn implements AutoCloseable {

  /// The model it offers; others are served, too.
  public static final String MODEL = "stand-in";

  static {
    // Without it every small answer waits 40 ms for a packet that never comes.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ModelLog log = new ModelLog();
  private final AtomicInteger chats = new AtomicInteger();
  private volatile Script script = new ObedientToSources();
  private volatile IntFunction<List<ModelFault>> faults = _ -> List.of();
  private volatile Duration latency = Duration.ZERO;
  private volatile Optional<String> key = Optional.empty();

  /// Listens on a free port of the loopback address.
  public ModelStandIn() {
    this(0);
  }

  /// Listens on that port of the loopback address; 0: a free one.
  public ModelStandIn(int port) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    } catch (IOException taken) {
      throw new UncheckedIOException("port %d is taken; name another".formatted(port), taken);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /// What the client's base URL must be set to.
  public URI url() {
    return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
  }

  /// Refuses requests without this key.
  public ModelStandIn requiring(String key) {
    this.key = Optional.of(key);
    return this;
  }

  /// Decides what is answered to chats from now on.
  public ModelStandIn answering(Script script) {
    this.script = script;
    return this;
  }

  /// Waits so long before each answer.
  public ModelStandIn slow(Duration latency) {
    this.latency = latency;
    return this;
  }

  /// Fails in these ways at every chat; none: no longer.
  public ModelStandIn failing(ModelFault... faults) {
    var all = List.of(faults);
    return failing(_ -> all);
  }

  /// Fails at each chat in the ways given for its number, from 1 since this call.
  public ModelStandIn failing(IntFunction<List<ModelFault>> faults) {
    chats.set(0);
    this.faults = faults;
    return this;
  }

  /// Prints what it is asked, a line each.
  public ModelStandIn printing(PrintStream to) {
    log.printTo(to);
    return this;
  }

  /// Everything it was asked, in order, refused or not.
  public List<Received> log() {
    return log.all();
  }

  /// The chats among it, as far as they could be read.
  public List<ModelRequest> chats() {
    return chats(0);
  }

  /// The same, without those of the first so many requests.
  public List<ModelRequest> chats(int but) {
    return log().stream()
        .skip(but)
        .filter(it -> it.path().equals("/v1/chat/completions"))
        .flatMap(it -> read(it.body()).map(ModelRequest::read).stream())
        .toList();
  }

  /// The most requests that were under way at the same time.
  public int mostAtOnce() {
    return log.mostAtOnce();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().getPath();
    var body = new String(bytes, StandardCharsets.UTF_8);
    var received = log.keep(path, exchange.getRequestHeaders(), body, bytes.length);
    try (exchange) {
      answer(new ModelExchange(exchange), received);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      log.answered();
    }
  }

  private void answer(ModelExchange exchange, Received received)
      throws IOException, InterruptedException {
    var body = read(received.body());
    if (key.isPresent() && !exchange.carries(key.get())) {
      exchange.refuse(401, "invalid_api_key", "Incorrect API key provided.");
    } else if (received.path().equals("/v1/models")) {
      exchange.json(ModelWire.models(MODEL));
    } else if (body.isEmpty()) {
      exchange.refuse(400, "invalid_request_error", "The body is not JSON.");
    } else if (received.path().equals("/v1/embeddings")) {
      exchange.json(embeddings(body.get()));
    } else if (received.path().equals("/v1/chat/completions")) {
      chat(exchange, received.number(), ModelRequest.read(body.get()));
    } else {
      exchange.refuse(404, "not_found", "Unknown request URL: " + received.path());
    }
  }

  private void chat(ModelExchange exchange, int number, ModelRequest request)
      throws IOException, InterruptedException {
    var failures = faults.apply(chats.incrementAndGet());
    var answer = script.answer(request);
    for (var fault : failures) {
      answer = fault.spoil(answer, request);
    }
    Thread.sleep(latency);
    exchange.chat(number, request, answer, failures);
  }

  private static String embeddings(JsonNode body) {
    var input = body.path("input");
    var texts =
        input.isArray()
            ? input.values().stream().map(it -> it.asString("")).toList()
            : List.of(input.asString(""));
    return ModelWire.embeddings(body.path("model").asString(""), texts);
  }

  private static Optional<JsonNode> read(String body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }
}
