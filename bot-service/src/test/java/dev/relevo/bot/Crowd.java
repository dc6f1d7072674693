package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Customers who write over WhatsApp, each the same questions one after the other: the next as soon
/// as the one before was acknowledged, each again until it is. What they got is told from the
/// provider's own log.
final class Crowd implements AutoCloseable {

  private static final List<String> QUESTIONS =
      List.of(
          "horario", "precio", "envio", "garantia", "factura", "sucursal", "descuento", "repuesto");
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final Pattern MARK = Pattern.compile("R(\\d)R");

  private final GraphStandIn provider;
  private final URI webhook;
  private final int first;
  private final int size;
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param first the number of the first customer; other crowds have others
  Crowd(GraphStandIn provider, URI webhook, int first, int size) {
    this.provider = provider;
    this.webhook = webhook;
    this.first = first;
    this.size = size;
  }

  /// Writes the matrix that answers them, each question by a row with a mark of its own.
  static Path matrix(Path file) throws IOException {
    var rows = new StringBuilder("ID,Idioma,Pregunta principal,Respuesta\n");
    for (var n = 0; n < QUESTIONS.size(); n++) {
      rows.append("Q-%d,es,%s,Esto es todo. R%dR%n".formatted(n, question(n), n));
    }
    return Files.writeString(file, rows);
  }

  /// They begin to write.
  Crowd begins() {
    for (var customer = first; customer < first + size; customer++) {
      var who = customer;
      threads.execute(() -> IntStream.range(0, QUESTIONS.size()).forEach(it -> asks(who, it)));
    }
    return this;
  }

  int messages() {
    return size * QUESTIONS.size();
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /// What they got.
  ///
  /// @param lost questions without an answer
  /// @param doubledReplies questions that more than one turn answered
  /// @param wrongOrder answers that came before the answer to an earlier question
  /// @param doubledSends parcels that the provider took more than once
  /// @param strangers sends that answer no question
  /// @param last when the last first answer came
  record Came(
      int lost, int doubledReplies, int wrongOrder, int doubledSends, int strangers, Instant last) {

    void assertNothingWrong() {
      assertThat(lost).as("lost").isZero();
      assertThat(doubledReplies).as("doubled replies").isZero();
      assertThat(wrongOrder).as("wrong order").isZero();
      assertThat(strangers).as("answers to nobody").isZero();
    }
  }

  Came came() {
    var answers = new HashMap<String, Map<Integer, List<GraphStandIn.Sent>>>();
    var strangers = 0;
    for (var sent : provider.taken()) {
      var mark = MARK.matcher(sent.text());
      if (!isOurs(sent)) {
        continue;
      }
      if (mark.find()) {
        answers
            .computeIfAbsent(sent.to(), _ -> new HashMap<>())
            .computeIfAbsent(Integer.valueOf(mark.group(1)), _ -> new ArrayList<>())
            .add(sent);
      } else {
        strangers++;
      }
    }
    return count(answers, strangers);
  }

  private Came count(Map<String, Map<Integer, List<GraphStandIn.Sent>>> answers, int strangers) {
    var found = 0;
    var replies = 0;
    var sends = 0;
    var wrong = 0;
    var last = Instant.EPOCH;
    for (var theirs : answers.values()) {
      found += theirs.size();
      var order = new ArrayList<Long>();
      for (var question : theirs.keySet().stream().sorted().toList()) {
        var sent = theirs.getOrDefault(question, List.of());
        var references = new HashSet<>(sent.stream().map(GraphStandIn.Sent::reference).toList());
        replies += references.size() - 1;
        sends += sent.size() - references.size();
        order.add(sent.getFirst().sequence());
        last = Collections.max(List.of(last, sent.getFirst().at()));
      }
      wrong +=
          (int)
              IntStream.range(1, order.size())
                  .filter(it -> order.get(it - 1) > order.get(it))
                  .count();
    }
    return new Came(messages() - found, replies, wrong, sends, strangers, last);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private boolean isOurs(GraphStandIn.Sent sent) {
    return IntStream.range(first, first + size).anyMatch(it -> sent.to().endsWith(phone(it)));
  }

  private void asks(int customer, int question) {
    var webhooks = provider.webhooks();
    var body =
        webhooks.text(
            phone(customer),
            "Cliente " + customer,
            "wamid.IN-%d-%d".formatted(customer, question),
            Instant.now(),
            question(question));
    try {
      while (webhooks.post(webhook, body) != 200) {
        LockSupport.parkNanos(BETWEEN.toNanos());
      }
      acknowledged.incrementAndGet();
      LockSupport.parkNanos(BETWEEN.toNanos());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static String phone(int customer) {
    return "5939%08d".formatted(customer);
  }

  private static String question(int number) {
    return "¿qué hay de %s?".formatted(QUESTIONS.get(number));
  }
}
