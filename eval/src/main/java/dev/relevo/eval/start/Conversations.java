package dev.relevo.eval.start;

import dev.relevo.eval.play.Visitor;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.SampleMatrix;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Visitors who ask what the sample matrix answers, over the web chat.
final class Conversations {

  /// Each answers its own question, word for word by one of its alternatives.
  private static final List<Row> ROWS =
      SampleMatrix.load(Locale.of("es")).rows().stream().filter(Conversations::isPlain).toList();

  private static final int AT_ONCE = 8;

  private final URI service;

  Conversations(URI service) {
    this.service = service;
  }

  /// Returns when the first question of all is answered.
  void first() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      ask(new Visitor(client, service, 0), 0, Duration.ofMillis(20));
    }
  }

  /// @param count visitors, some at a time
  /// @param messages each asks one after the other, at most 10
  void hold(int count, int messages) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient();
        var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var all = new ArrayList<Future<?>>();
      for (var n = 1; n <= count; n++) {
        var number = n;
        all.add(
            threads.submit(() -> {
              var visitor = new Visitor(client, service, number);
              for (var question = 0; question < messages; question++) {
                ask(visitor, number + question, Duration.ofMillis(150));
              }
              return number;
            }));
      }
      for (var one : all) {
        one.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("a conversation failed: " + failed.getCause(), failed);
    }
  }

  private static boolean isPlain(Row row) {
    return row.isAnswerable()
        && row.answer().indexOf('$') < 0
        && row.answersByChannel().isEmpty()
        && row.attachment().isEmpty()
        && row.followUp().isEmpty()
        && !row.handoff()
        && !row.closes();
  }

  private static void ask(Visitor visitor, int question, Duration betweenLooks)
      throws IOException, InterruptedException {
    var row = ROWS.get(question % ROWS.size());
    var answer = visitor.ask(row.question(), betweenLooks);
    if (answer.isBlank() || !row.answer().contains(answer)) {
      throw new IOException(
          "“%s” was answered by “%s” instead of row %s"
              .formatted(row.question(), answer, row.id()));
    }
  }
}
