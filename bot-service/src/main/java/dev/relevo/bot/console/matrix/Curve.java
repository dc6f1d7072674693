package dev.relevo.bot.console.matrix;

import dev.relevo.bot.responder.Sureness;
import dev.relevo.knowledge.retriever.Aim;
import dev.relevo.knowledge.retriever.Calibration.Choice;
import dev.relevo.knowledge.retriever.Calibration.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What every threshold would do, as a picture 640 wide and 220 high: the threshold from left to
/// right, shares from the bottom up.
///
/// @param version whose rows it was told from
/// @param precision the line of how often answers are right
/// @param coverage the line of how many known questions are answered
/// @param x where the chosen threshold stands
/// @param wantedY where the wanted precision stands; below the picture for none
/// @param reached whether the aim is reached, as far as the matrix can tell
/// @param chosen what the chosen threshold does, in percent; noughts where the matrix is too small
///   to tell
record Curve(
    int version,
    String precision,
    String coverage,
    double x,
    double wantedY,
    boolean reached,
    Chosen chosen,
    List<Chosen> table) {

  static final int WIDTH = 640;
  static final int HEIGHT = 220;

  private static final int ROWS = 12;

  /// What a threshold does, in percent.
  record Chosen(String threshold, int precision, int coverage, int rejected) {}

  static Curve of(Sureness.Told told, Aim aim) {
    var curve = told.curve();
    double threshold = told.choice().threshold();
    int step = 1 + curve.size() / ROWS;
    return new Curve(
        told.version(),
        line(curve, Point::precision),
        line(curve, Point::coverage),
        x(threshold),
        aim.precision().map(Curve::y).orElse(-1.0),
        told.choice() instanceof Choice.Reached,
        chosen(curve, told.choice()),
        curve.stream().filter(it -> curve.indexOf(it) % step == 0).map(Curve::shown).toList());
  }

  public boolean empty() {
    return precision.isEmpty();
  }

  static int percent(double share) {
    return (int) Math.round(share * 100);
  }

  private static Chosen chosen(List<Point> curve, Choice choice) {
    var nearest =
        curve.stream()
            .min(Comparator.comparingDouble(it -> Math.abs(it.threshold() - choice.threshold())));
    var point =
        switch (choice) {
          case Choice.Reached(_, var exact) -> exact.or(() -> nearest);
          case Choice.OutOfReach(_, var best) -> Optional.of(best);
        };
    return point
        .map(it ->
            shown(
                new Point(
                    choice.threshold(), it.precision(), it.coverage(), it.offTopicRejected())))
        .orElse(new Chosen(written(choice.threshold()), 0, 0, 0));
  }

  private static Chosen shown(Point it) {
    return new Chosen(
        written(it.threshold()),
        percent(it.precision()),
        percent(it.coverage()),
        percent(it.offTopicRejected()));
  }

  private static String written(double threshold) {
    return String.format(Locale.ROOT, "%.2f", threshold);
  }

  private static String line(List<Point> curve, ToDoubleFunction<Point> share) {
    return curve.stream()
        .map(it ->
            String.format(Locale.ROOT, "%.1f,%.1f", x(it.threshold()), y(share.applyAsDouble(it))))
        .collect(Collectors.joining(" "));
  }

  private static double x(double threshold) {
    return Math.clamp(threshold, 0, 1) * WIDTH;
  }

  private static double y(double share) {
    return HEIGHT * (1 - share);
  }
}
