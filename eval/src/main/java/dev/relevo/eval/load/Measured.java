package dev.relevo.eval.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// The numbers of a [Run].
///
/// @param offered messages that were said
/// @param turns of them, those that were answered
/// @param lost the others
/// @param doubledReplies messages that more than one turn answered
/// @param wrongOrder pairs of a customer's messages answered the other way round
/// @param doubledSends parcels handed to the provider more than once
/// @param strangers sends that answer no message of the script
/// @param webhook from when a message was to be said until it was taken
/// @param turn from when a message was to be said until its answer was with the provider
/// @param waiting messages without an answer: in the second and in the last fifth, the mean
/// @param heap in MB: what a collection leaves before and after; where nobody knows the process,
///   the least in use in the second and in the last fifth
/// @param memory the most of JVM and PostgreSQL, PSS in MB; NaN when nobody knows the processes
/// @param load of the machine, the mean
record Measured(
    Run run,
    int offered,
    int turns,
    int lost,
    int doubledReplies,
    int wrongOrder,
    int doubledSends,
    int strangers,
    Percentiles webhook,
    Percentiles turn,
    Growth waiting,
    Growth heap,
    double memory,
    double load) {

  /// What something was like early and late; NaN when nobody looked.
  record Growth(double early, double late) {}

  /// @param skip at the beginning, so long is not counted in the times
  static Measured of(Run run, Transcripts transcripts, Duration skip) {
    var counted =
        run.lines().stream()
            .map(transcripts::of)
            .filter(it -> it.intended() - run.begun() >= skip.toNanos())
            .toList();
    var looks = run.looksAtPlay();
    var lost = transcripts.lost(run.lines());
    return new Measured(
        run,
        run.lines().size(),
        run.lines().size() - lost,
        lost,
        transcripts.doubledReplies(run.lines()),
        transcripts.wrongOrder(),
        transcripts.doubledSends(),
        transcripts.strangers(),
        Percentiles.of(
            counted.stream()
                .filter(it -> it.taken() != 0)
                .mapToLong(it -> it.taken() - it.intended())),
        Percentiles.of(
            counted.stream()
                .filter(it -> it.answered() != 0)
                .mapToLong(it -> it.answered() - it.intended())),
        growth(looks, Vitals.Look::waiting, it -> it.average().orElse(Double.NaN)),
        run.heap()
            .orElseGet(() -> growth(looks, Vitals.Look::heap, it -> it.min().orElse(Double.NaN))),
        run.looks().stream()
            .mapToDouble(Vitals.Look::memory)
            .filter(it -> !Double.isNaN(it))
            .max()
            .orElse(Double.NaN),
        looks.stream().mapToDouble(Vitals.Look::load).average().orElse(Double.NaN));
  }

  private static Growth growth(
      List<Vitals.Look> looks,
      ToDoubleFunction<Vitals.Look> number,
      ToDoubleFunction<DoubleStream> of) {
    var fifth = looks.size() / 5;
    return new Growth(
        of.applyAsDouble(some(looks.subList(fifth, 2 * fifth), number)),
        of.applyAsDouble(some(looks.subList(looks.size() - fifth, looks.size()), number)));
  }

  private static DoubleStream some(List<Vitals.Look> looks, ToDoubleFunction<Vitals.Look> number) {
    return looks.stream().mapToDouble(number).filter(it -> !Double.isNaN(it));
  }

  /// Statuses taken a second.
  double statusesPerSecond() {
    return run.statuses() / (run.played().toNanos() / 1e9);
  }

  /// Which of the [Limits] were not held, each in a few words; empty when all were.
  List<String> broken() {
    return Limits.broken(this);
  }

  boolean holds() {
    return broken().isEmpty();
  }

  /// Processor time a message, by whom; empty when nobody knows the processes.
  Optional<String> effort() {
    return run.spent()
        .map(it ->
            String.format(
                Locale.ROOT,
                "%.2f ms JVM + %.2f ms PostgreSQL (+ %.2f ms this tool)",
                each(it.service()),
                each(it.database()),
                each(it.tool())));
  }

  /// Milliseconds of processor time for one message, those of this tool left out.
  double serviceMillis() {
    return run.spent().map(it -> each(it.service()) + each(it.database())).orElse(Double.NaN);
  }

  private double each(Duration time) {
    return time.toNanos() / 1e6 / Math.max(1, offered);
  }

  /// For a terminal.
  String text() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%.0f messages/s for %d s: %d offered, %d answered, %d lost, %d doubled replies, %d in"
                + " wrong order, %d sends that answer none%n",
            run.rate(),
            run.played().toSeconds(),
            offered,
            turns,
            lost,
            doubledReplies,
            wrongOrder,
            strangers));
    text.append(
        String.format(
            Locale.ROOT,
            "  webhook p50 %.1f ms, p99 %.1f ms; message in to send out p50 %.1f ms, p99 %.1f ms;"
                + " %.0f statuses/s, %d not taken%n",
            webhook.p50(),
            webhook.p99(),
            turn.p50(),
            turn.p99(),
            statusesPerSecond(),
            run.untaken()));
    effort().ifPresent(it -> text.append("  a message: ").append(it).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "  memory %.0f MB (PSS), heap %.0f to %.0f MB, waiting %.0f to %.0f, load average %.1f,"
                + " drained in %.1f s%n",
            memory,
            heap.early,
            heap.late,
            waiting.early,
            waiting.late,
            load,
            run.drained().toMillis() / 1000.0));
    text.append(holds() ? "  holds" : "  does not hold: " + String.join("; ", broken()));
    return text.toString();
  }
}
