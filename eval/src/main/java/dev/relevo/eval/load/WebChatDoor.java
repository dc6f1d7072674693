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

/// Visitors of the web chat, each with an open stream of events from the first message on. An
/// answer counts once the visitor has read it.
final class WebChatDoor implements Door {

  private static final Duration AGAIN = Duration.ofMillis(200);

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
    if (following.putIfAbsent(line.customer(), true) == null) {
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

  private void read(int customer, Visitor visitor) throws IOException, InterruptedException {
    for (var heard : visitor.news()) {
      Answers.line(customer, heard.text())
          .ifPresentOrElse(
              line -> transcripts.answered(line, heard.id(), heard.id()), transcripts::stranger);
    }
  }
}
