package dev.relevo.eval.load;

import dev.relevo.eval.play.Answers;
import dev.relevo.eval.play.Script.Line;
import dev.relevo.eval.play.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Visitors of the web chat. The first have an open stream of events from their first message on,
/// as many as the service keeps with some to spare; whoever comes after them looks for each answer.
/// An answer counts once the visitor has read it.
final class WebChatDoor implements Door {

  private static final Duration AGAIN = Duration.ofMillis(200);

  /// The service keeps 5,000.
  private static final int STREAMS = 4_500;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI service;
  private final Transcripts transcripts;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Integer, Visitor> visitors = new ConcurrentHashMap<>();
  private final Map<Integer, Boolean> following = new ConcurrentHashMap<>();

  WebChatDoor(URI service, Transcripts transcripts) {
    this.service = service;
    this.transcripts = transcripts;
  }

  @Override
  public boolean say(Line line) throws InterruptedException {
    var visitor = visitors.computeIfAbsent(line.customer(), it -> new Visitor(client, service, it));
    try {
      visitor.say("message-%d-%d".formatted(line.customer(), line.question()), line.text());
    } catch (IOException refused) {
      return false;
    }
    if (line.customer() >= STREAMS) {
      threads.execute(() -> look(line, visitor));
    } else if (following.putIfAbsent(line.customer(), true) == null) {
      threads.execute(() -> listen(line.customer(), visitor));
    }
    return true;
  }

  /// The web chat's own limits see to it.
  @Override
  public Flood flood(int customer, double rate) {
    throw new IllegalArgumentException("nobody can flood the web chat; choose another --mode");
  }

  @Override
  public Reports reports() {
    return new Reports(0, 0);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.shutdownNow();
  }

  /// For as long as the stream lasts; then again.
  private void listen(int customer, Visitor visitor) {
    try {
      while (!threads.isShutdown()) {
        follow(customer, visitor);
        Thread.sleep(AGAIN);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(int customer, Visitor visitor) throws InterruptedException {
    try {
      visitor.follow(() -> read(customer, visitor));
    } catch (IOException broken) {
      // the stream comes again
    }
  }

  /// Until something is there, or for so long.
  private void look(Line line, Visitor visitor) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (read(line.customer(), visitor) == 0 && System.nanoTime() < deadline) {
        Thread.sleep(AGAIN);
      }
    } catch (IOException broken) {
      // not answered, then
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private int read(int customer, Visitor visitor) throws IOException, InterruptedException {
    var news = visitor.news();
    for (var heard : news) {
      Answers.line(customer, heard.text())
          .ifPresentOrElse(
              line -> transcripts.answered(line, heard.id(), heard.id()), transcripts::stranger);
    }
    return news.size();
  }
}
