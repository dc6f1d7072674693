package dev.relevo.eval.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A stretch, second by second.
///
/// @param offered messages said
/// @param answered answers that reached the provider
/// @param webhook of the messages said in that second
/// @param turn of the messages said in that second
/// @param waiting messages without an answer, when somebody looked
record Series(
    List<Integer> offered,
    List<Integer> answered,
    List<Percentiles> webhook,
    List<Percentiles> turn,
    List<Point> waiting,
    List<Point> heap,
    List<Point> memory,
    List<Point> load) {

  /// @param second since the beginning
  record Point(double second, double value) {}

  static Series of(Run run, Transcripts transcripts) {
    var moments = run.lines().stream().map(transcripts::of).toList();
    var seconds = (int) run.played().plus(run.drained()).toSeconds() + 1;
    var said = bySecond(run, moments, Transcripts.Moments::intended);
    var heard = bySecond(run, moments, Transcripts.Moments::answered);
    return new Series(
        counts(said, seconds),
        counts(heard, seconds),
        percentiles(said, seconds, Transcripts.Moments::taken),
        percentiles(said, seconds, Transcripts.Moments::answered),
        points(run, Vitals.Look::waiting),
        points(run, Vitals.Look::heap),
        points(run, Vitals.Look::memory),
        points(run, Vitals.Look::load));
  }

  private static Map<Integer, List<Transcripts.Moments>> bySecond(
      Run run, List<Transcripts.Moments> moments, ToLongFunction<Transcripts.Moments> when) {
    return moments.stream()
        .filter(it -> when.applyAsLong(it) != 0)
        .collect(
            Collectors.groupingBy(
                it -> (int) ((when.applyAsLong(it) - run.begun()) / 1_000_000_000)));
  }

  private static List<Integer> counts(
      Map<Integer, List<Transcripts.Moments>> bySecond, int seconds) {
    return IntStream.range(0, seconds)
        .mapToObj(it -> bySecond.getOrDefault(it, List.of()).size())
        .toList();
  }

  private static List<Percentiles> percentiles(
      Map<Integer, List<Transcripts.Moments>> bySecond,
      int seconds,
      ToLongFunction<Transcripts.Moments> end) {
    return IntStream.range(0, seconds)
        .mapToObj(it ->
            Percentiles.of(
                bySecond.getOrDefault(it, List.of()).stream()
                    .filter(moment -> end.applyAsLong(moment) != 0)
                    .mapToLong(moment -> end.applyAsLong(moment) - moment.intended())))
        .toList();
  }

  private static List<Point> points(Run run, ToDoubleFunction<Vitals.Look> value) {
    return run.looks().stream()
        .map(it -> new Point((it.at() - run.begun()) / 1e9, value.applyAsDouble(it)))
        .filter(it -> !Double.isNaN(it.value()))
        .toList();
  }

  /// What is counted each second, by name.
  Map<String, List<?>> columns() {
    var columns = new LinkedHashMap<String, List<?>>();
    columns.put("offered", offered);
    columns.put("answered", answered);
    columns.put("waiting", waiting.stream().map(Point::value).toList());
    return columns;
  }
}
