package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.WireJson.quote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// Meta's Graph API, as far as we use it, on this machine. It takes what it is sent, keeps its own
/// log of it (counts of a test come from there, not from our tables), answers as told, and reports
/// what became of each message by signed webhooks. `main` starts it from its source, with nothing
/// but a JDK.
public final class GraphStandIn implements AutoCloseable {

  static {
    // Without it every small answer waits 40 ms for a packet that never comes.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final Account account;
  private final Clock clock = Clock.systemUTC();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SentLog log = new SentLog();
  private final List<String> typing = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Answer>> scripts = new ConcurrentHashMap<>();
  private final MediaShelf media = new MediaShelf();
  private final Set<Sent> open = ConcurrentHashMap.newKeySet();
  private volatile Function<Sent, Answer> rule = _ -> new Answer.Take();
  private volatile Duration latency = Duration.ZERO;
  private volatile Optional<StatusReports> reports = Optional.empty();

  /// The one business number it serves.
  public record Account(String phoneNumberId, String accessToken, String appSecret) {
    /// For tests that do not care.
    public static final Account SAMPLE =
        new Account("417700112233445", "token-of-the-stand-in", "secret-of-the-app");
  }

  /// What it answers to a message. `Take` and `Garble` count as taken, `Cut` if it says so.
  public sealed interface Answer {
    /// As Meta does: 200 and an id.
    record Take() implements Answer {}

    /// An error in Meta's shape.
    record Refuse(int status, int code, String details) implements Answer {}

    /// A status without a body.
    record Fail(int status) implements Answer {}

    /// The connection is cut after the request was read: nobody can know whether it was taken.
    record Cut(boolean taken) implements Answer {}

    /// Taken, but the answer cannot be read.
    record Garble() implements Answer {}

    /// Whether the customer gets it.
    default boolean taken() {
      return switch (this) {
        case Take _, Garble _ -> true;
        case Cut(var taken) -> taken;
        case Refuse _, Fail _ -> false;
      };
    }
  }

  /// One message it was sent.
  ///
  /// @param sequence rises in the order in which requests were read
  /// @param at when it was read
  /// @param to `to`, or `recipient` for a user without a phone number
  /// @param reference `biz_opaque_callback_data`
  /// @param wamid the id it has here, also when it was not taken
  /// @param text the text, the caption, or the body over the buttons
  /// @param taken whether the customer gets it
  public record Sent(
      long sequence,
      Instant at,
      String to,
      String reference,
      String wamid,
      String type,
      String text,
      String body,
      boolean taken) {

    Sent answered(boolean taken) {
      return new Sent(sequence, at, to, reference, wamid, type, text, body, taken);
    }

    String line() {
      return "{\"sequence\":%d,\"at\":%s,\"to\":%s,\"reference\":%s,\"wamid\":%s,\"type\":%s,\"text\":%s,\"taken\":%b}%n"
          .formatted(
              sequence,
              quote(at.toString()),
              quote(to),
              quote(reference),
              quote(wamid),
              quote(type),
              quote(text),
              taken);
    }
  }

  /// Starts it for a newcomer: everything it is sent is printed. Arguments: the port (8090), the
  /// webhook to report to, the path of a file for the log; all may be left out.
  public static void main(String[] arguments) throws InterruptedException {
    var port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8090;
    var meta = new GraphStandIn(Account.SAMPLE, port).printing(System.out);
    if (arguments.length > 1) {
      meta.reporting(
          new StatusReports(URI.create(arguments[1]), List.of("sent", "delivered", "read"), 1));
    }
    if (arguments.length > 2) {
      meta.loggingTo(Path.of(arguments[2]));
    }
    System.out.printf(
        "graph-url        %s%nphone-number-id  %s%naccess-token     %s%napp-secret       %s%n",
        meta.url(),
        Account.SAMPLE.phoneNumberId(),
        Account.SAMPLE.accessToken(),
        Account.SAMPLE.appSecret());
    Thread.currentThread().join();
  }

  /// Listens on a free port of the loopback address.
  public GraphStandIn(Account account) {
    this(account, 0);
  }

  /// Listens on that port of the loopback address; 0: a free one.
  public GraphStandIn(Account account, int port) {
    this.account = account;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /// What `graph-url` must be set to.
  public URI url() {
    return URI.create("http://127.0.0.1:%d/v25.0".formatted(server.getAddress().getPort()));
  }

  public Account account() {
    return account;
  }

  /// Builds and signs what this number's customers send.
  public MetaWebhooks webhooks() {
    return new MetaWebhooks(account.phoneNumberId(), account.appSecret());
  }

  /// Media customers sent and media uploaded to it.
  public MediaShelf media() {
    return media;
  }

  /// Waits so long before each answer.
  public GraphStandIn slow(Duration latency) {
    this.latency = latency;
    return this;
  }

  /// Decides every answer that no script of a recipient decides.
  public GraphStandIn answering(Function<Sent, Answer> rule) {
    this.rule = rule;
    return this;
  }

  /// The next answers to messages for that recipient (as in [Sent#to]), before any rule.
  public GraphStandIn answering(String recipient, Answer... answers) {
    var script = scripts.computeIfAbsent(recipient, _ -> new ArrayDeque<>());
    synchronized (script) {
      script.addAll(List.of(answers));
    }
    return this;
  }

  /// Reports on every message it takes.
  public GraphStandIn reporting(StatusReports reports) {
    this.reports = Optional.of(reports);
    return this;
  }

  /// Writes the log to a file, too, a line of JSON each.
  public GraphStandIn loggingTo(Path file) {
    log.writeTo(file);
    return this;
  }

  /// Hands on what it is sent, in order and one at a time, instead of keeping it: for tests too
  /// long to keep everything.
  public GraphStandIn witnessedBy(Consumer<Sent> witness) {
    log.handTo(witness);
    return this;
  }

  /// Prints what it is sent, a line each.
  public GraphStandIn printing(PrintStream to) {
    log.printTo(to);
    return this;
  }

  /// The messages that were marked as read, each with how an answer's writing is shown.
  public List<String> typing() {
    return List.copyOf(typing);
  }

  /// Everything it was sent, in order, taken or not.
  public List<Sent> log() {
    return log.all();
  }

  /// What it took, in order.
  public List<Sent> taken() {
    return log().stream().filter(Sent::taken).toList();
  }

  /// What it has read and not answered yet.
  public List<Sent> open() {
    return List.copyOf(open);
  }

  @Override
  public void close() {
    reports.ifPresent(StatusReports::close);
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+", "");
      if (!("Bearer " + account.accessToken())
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        refuse(exchange, new Answer.Refuse(401, 190, "Invalid OAuth access token"));
      } else if (path.equals("/" + account.phoneNumberId() + "/messages")) {
        receive(exchange, new String(body, StandardCharsets.UTF_8));
      } else if (path.equals("/" + account.phoneNumberId() + "/media")) {
        answer(exchange, 200, "{\"id\":%s}".formatted(quote(media.keep(body, ""))));
      } else if (!media.serve(exchange, path, url())) {
        refuse(exchange, new Answer.Refuse(400, 100, "Unsupported request to " + path));
      }
    }
  }

  /// A message, or only the sign that one was read and is being answered.
  private void receive(HttpExchange exchange, String body) throws IOException {
    var read = MetaDemands.read(body);
    if (WireJson.text(read, "status").equals("read")) {
      typing.add(
          WireJson.text(read, "message_id")
              + " "
              + WireJson.text(read, "typing_indicator", "type"));
      answer(exchange, 200, "{\"success\":true}");
    } else {
      message(exchange, read, body);
    }
  }

  private void message(HttpExchange exchange, Object json, String body) throws IOException {
    var fault = MetaDemands.fault(json);
    var kept =
        log.keep(
            json,
            body,
            clock.instant(),
            it -> fault.map(GraphStandIn::invalid).orElseGet(() -> decide(it)));
    open.add(kept.sent());
    try {
      if (kept.sent().taken()) {
        reports.ifPresent(it -> it.report(webhooks(), kept.sent(), clock.instant()));
      }
      pause();
      send(exchange, kept.answer(), kept.sent());
    } finally {
      open.remove(kept.sent());
    }
  }

  private static Answer invalid(String fault) {
    return new Answer.Refuse(400, 131009, fault);
  }

  private Answer decide(Sent sent) {
    var script = scripts.getOrDefault(sent.to(), new ArrayDeque<>());
    synchronized (script) {
      var next = script.poll();
      return next == null ? rule.apply(sent) : next;
    }
  }

  private void pause() {
    try {
      Thread.sleep(latency);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, Answer answer, Sent sent) throws IOException {
    switch (answer) {
      case Answer.Take _ -> answer(exchange, 200, GraphAnswers.taken(sent));
      case Answer.Garble _ -> answer(exchange, 200, "{\"messaging_product\":\"what");
      case Answer.Refuse refuse -> refuse(exchange, refuse);
      case Answer.Fail(var status) -> exchange.sendResponseHeaders(status, -1);
      case Answer.Cut _ -> exchange.close();
    }
  }

  private static void refuse(HttpExchange exchange, Answer.Refuse refuse) throws IOException {
    answer(exchange, refuse.status(), GraphAnswers.refused(refuse));
  }

  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
