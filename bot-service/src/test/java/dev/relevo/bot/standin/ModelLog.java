package dev.relevo.bot.standin;

import com.sun.net.httpserver.Headers;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the provider saw: every request as it was received, before anybody is answered.
public final class ModelLog {

  private static final Set<String> SECRET = Set.of("authorization", "api-key", "x-api-key");

  private final List<Received> log = new ArrayList<>();
  private Optional<PrintStream> printer = Optional.empty();
  private int open;
  private int mostAtOnce;

  /// One request.
  ///
  /// @param number counts from 1 in the order in which requests were read
  /// @param headers by lower-case name, without the key
  /// @param body as it came
  /// @param bytes the body's
  public record Received(
      int number, Instant at, String path, Map<String, String> headers, String body, int bytes) {}

  synchronized void printTo(PrintStream to) {
    printer = Optional.of(to);
  }

  synchronized List<Received> all() {
    return List.copyOf(log);
  }

  synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  synchronized Received keep(String path, Headers headers, String body, int bytes) {
    var received =
        new Received(log.size() + 1, Instant.now(), path, withoutKey(headers), body, bytes);
    log.add(received);
    mostAtOnce = Math.max(mostAtOnce, ++open);
    printer.ifPresent(it -> it.println(received.number() + " " + path + " " + body));
    return received;
  }

  synchronized void answered() {
    open--;
  }

  private static Map<String, String> withoutKey(Headers headers) {
    var kept = new TreeMap<String, String>();
    headers.forEach((name, values) -> {
      var lower = name.toLowerCase(Locale.ROOT);
      if (!SECRET.contains(lower)) {
        kept.put(lower, String.join(", ", values));
      }
    });
    return kept;
  }
}
