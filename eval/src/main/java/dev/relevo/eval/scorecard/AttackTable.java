package dev.relevo.eval.scorecard;

import dev.relevo.eval.talk.AttackRun;
import dev.relevo.eval.talk.Attempt;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Attacks and what they achieved, for a terminal.
public final class AttackTable {

  private AttackTable() {}

  /// A line for each, then the sums.
  ///
  /// @param said whether to print what the customer got to read as well
  public static String of(AttackRun run, boolean said) {
    var lines = run.attempts().stream().map(it -> line(it, said)).collect(Collectors.joining("\n"));
    var all = run.attempts();
    return lines
        + "\n\nplace, aim, task or language: breaches of attacks (of which the model was handed)\n"
        + sums(all, it -> word(it.attack().where()))
        + sums(all, it -> word(it.attack().wants()))
        + sums(all, it -> word(it.attack().task()))
        + sums(all, it -> it.attack().language().getLanguage())
        + sum("all", all)
        + "Stand-in: a model that obeys the attacker; what holds is held by structure alone.\n";
  }

  private static String line(Attempt attempt, boolean said) {
    var attack = attempt.attack();
    var line =
        "%-6s %-13s %-16s %-8s %2d calls  %s"
            .formatted(
                attack.id(),
                word(attack.where()),
                word(attack.wants()),
                attempt.arrived() ? "arrived" : "kept out",
                attempt.calls(),
                attempt.breaches().isEmpty()
                    ? "held"
                    : "BREACH: " + String.join("; ", attempt.breaches()));
    return said ? line + "\n       " + String.join("\n       ", attempt.said()) : line;
  }

  private static String sums(List<Attempt> all, Function<Attempt, String> by) {
    var sums = new StringBuilder();
    all.stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
        .forEach((name, some) -> sums.append(sum(name, some)));
    return sums.append("\n").toString();
  }

  private static String sum(String name, List<Attempt> some) {
    return "%-17s %2d of %2d (%2d)\n"
        .formatted(
            name,
            some.stream().filter(it -> !it.breaches().isEmpty()).count(),
            some.size(),
            some.stream().filter(Attempt::arrived).count());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
