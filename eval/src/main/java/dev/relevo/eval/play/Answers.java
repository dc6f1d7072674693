package dev.relevo.eval.play;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What the provider was sent, message by message, in its own order.
public final class Answers {

  private static final Pattern MARK = Pattern.compile("R(\\d\\d)R");

  private final Map<Script.Line, List<GraphStandIn.Sent>> byLine = new HashMap<>();
  private int strangers;

  private Answers() {}

  /// Sorts the provider's log by the message it answers.
  public static Answers in(List<GraphStandIn.Sent> taken) {
    var answers = new Answers();
    for (var sent : taken) {
      line(sent)
          .ifPresentOrElse(
              line -> answers.byLine.computeIfAbsent(line, _ -> new ArrayList<>()).add(sent),
              () -> answers.strangers++);
    }
    return answers;
  }

  /// The message that a send answers; empty when it answers none.
  public static Optional<Script.Line> line(GraphStandIn.Sent sent) {
    return line(customer(sent), sent.body());
  }

  /// The number of the customer to whom it was sent.
  public static int customer(GraphStandIn.Sent sent) {
    return Integer.parseInt(sent.to().substring(sent.to().length() - 8));
  }

  /// The message of that customer that a text answers; empty when it answers none.
  public static Optional<Script.Line> line(int customer, String text) {
    var mark = MARK.matcher(text);
    return mark.find()
        ? Optional.of(new Script.Line(customer, Integer.parseInt(mark.group(1))))
        : Optional.empty();
  }

  /// Sends that answer no message of the script: fallbacks, hand-offs.
  public int strangers() {
    return strangers;
  }

  /// Messages without their whole answer.
  public int lost(Script script) {
    return (int)
        script.lines().stream()
            .filter(line -> references(line).size() < script.parcels(line.question()))
            .count();
  }

  /// Messages that more than one turn answered: more parcels than the answer has.
  public int doubledReplies(Script script) {
    return (int)
        script.lines().stream()
            .filter(line -> references(line).size() > script.parcels(line.question()))
            .count();
  }

  /// Parcels the provider took more than once.
  public int doubledSends() {
    return byLine.values().stream()
        .mapToInt(sent ->
            sent.size() - (int) sent.stream().map(GraphStandIn.Sent::reference).distinct().count())
        .sum();
  }

  /// Parcels the provider took more than once, although none of these was on the wire at a kill.
  public int doubledBut(Set<String> onTheWire) {
    return byLine.values().stream()
        .mapToInt(sent -> {
          var seen = new HashSet<String>();
          return (int)
              sent.stream()
                  .map(GraphStandIn.Sent::reference)
                  .filter(it -> !seen.add(it) && !onTheWire.contains(it))
                  .count();
        })
        .sum();
  }

  /// Pairs of one customer's messages, the first surely before the second, whose answers the
  /// provider took the other way round.
  ///
  /// @param order every customer's messages, earlier ones first; a message in no list is not
  ///   compared
  public int wrongOrder(List<List<Script.Line>> order) {
    var wrong = 0;
    for (var lines : order) {
      for (var n = 1; n < lines.size(); n++) {
        if (last(lines.get(n - 1)) > first(lines.get(n))) {
          wrong++;
        }
      }
    }
    return wrong;
  }

  /// Pairs that were surely in this order (one acknowledged before the other was sent) and answered
  /// the other way round.
  public int wrongOrder(Map<Script.Line, Customers.Delivered> delivered) {
    var wrong = 0;
    for (var one : delivered.entrySet()) {
      for (var other : delivered.entrySet()) {
        var sameCustomer = one.getKey().customer() == other.getKey().customer();
        if (sameCustomer
            && one.getValue().acknowledged() < other.getValue().sent()
            && last(one.getKey()) > first(other.getKey())) {
          wrong++;
        }
      }
    }
    return wrong;
  }

  private Set<String> references(Script.Line line) {
    var references = new HashSet<String>();
    byLine.getOrDefault(line, List.of()).forEach(sent -> references.add(sent.reference()));
    return references;
  }

  private long first(Script.Line line) {
    var sent = byLine.get(line);
    return sent == null ? Long.MAX_VALUE : sent.getFirst().sequence();
  }

  /// The first time the last of the answer's parcels was taken; doubled sends of it count by
  /// themselves.
  private long last(Script.Line line) {
    var firstOfEach = new HashMap<String, Long>();
    byLine
        .getOrDefault(line, List.of())
        .forEach(sent -> firstOfEach.putIfAbsent(sent.reference(), sent.sequence()));
    return firstOfEach.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
  }
}
