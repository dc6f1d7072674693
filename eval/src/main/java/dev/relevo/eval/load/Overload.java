package dev.relevo.eval.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Three times what is sustained, then what is sustained or less: answers may be slow, and nothing
/// else.
final class Overload {

  private static final int TIMES = 3;
  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(1);

  /// Fewer messages than come in so many seconds wait: it has caught up.
  private static final double CAUGHT_UP = 1;

  private Overload() {}

  /// @param sustained messages a second
  /// @param afterwards messages a second that come after the overload
  /// @param time of the overload, and as long again of the other, a minute at least
  static Run run(Play play, double sustained, double afterwards, Duration time)
      throws IOException, InterruptedException {
    return play.at(paces(sustained, afterwards, time));
  }

  /// The second is long enough to see that it recovers.
  static List<Play.Pace> paces(double sustained, double afterwards, Duration time) {
    var after = time.compareTo(RECOVERED_WITHIN) > 0 ? time : RECOVERED_WITHIN;
    return List.of(new Play.Pace(TIMES * sustained, time), new Play.Pace(afterwards, after));
  }

  /// What it came to, for a terminal.
  static String text(Measured measured, Duration time) {
    var broken = broken(measured, time);
    return String.format(
        Locale.ROOT,
        "overload: at most %d messages waited; health %s; caught up after %s; %s",
        measured.run().looks().stream().mapToInt(Vitals.Look::waiting).max().orElse(0),
        health(measured.run()),
        recovery(measured.run(), time).map(it -> it.toSeconds() + " s").orElse("never"),
        broken.isEmpty() ? "holds" : "does not hold: " + String.join("; ", broken));
  }

  /// What an overload must not do and did, each in a few words.
  static List<String> broken(Measured measured, Duration time) {
    var broken = new ArrayList<String>();
    if (measured.lost() + measured.doubledReplies() + measured.wrongOrder() > 0) {
      broken.add("lost, doubled or disordered");
    }
    if (measured.memory() > Limits.MEMORY) {
      broken.add(String.format(Locale.ROOT, "%.0f MB", measured.memory()));
    }
    if (measured.run().untaken() > 0) {
      broken.add(measured.run().untaken() + " statuses not taken");
    }
    if (warnings(measured.run()).isEmpty()) {
      broken.add(isSilent(measured.run()) ? "health did not answer" : "health did not say so");
    }
    if (recovery(measured.run(), time)
        .filter(it -> it.compareTo(RECOVERED_WITHIN) <= 0)
        .isEmpty()) {
      broken.add("not recovered within a minute");
    }
    return broken;
  }

  /// What was heard of it.
  private static String health(Run run) {
    var warnings = warnings(run);
    if (warnings.isEmpty()) {
      return isSilent(run) ? "did not answer" : "did not say so";
    }
    return "said " + String.join(", ", warnings);
  }

  /// The words by which health said that it is not well, in the order in which they came.
  private static List<String> warnings(Run run) {
    return answers(run).filter(Health::warns).map(Health::word).distinct().toList();
  }

  private static boolean isSilent(Run run) {
    return answers(run).anyMatch(Health.SILENT::equals);
  }

  private static Stream<Health> answers(Run run) {
    return run.looks().stream().flatMap(it -> it.health().stream());
  }

  /// How long after the overload so few messages waited as ever; empty when it never was so.
  private static Optional<Duration> recovery(Run run, Duration time) {
    var end = run.begun() + time.toNanos();
    return run.looks().stream()
        .filter(it -> it.at() >= end && it.waiting() <= CAUGHT_UP * run.rate())
        .findFirst()
        .map(it -> Duration.ofNanos(it.at() - end));
  }
}
