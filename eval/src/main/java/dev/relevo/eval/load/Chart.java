package dev.relevo.eval.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A line chart as SVG, drawn without any script.
///
/// @param title what is shown, with its unit
/// @param across what is counted from left to right
record Chart(String title, String across, List<Curve> curves) {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 200;
  private static final int LEFT = 56;
  private static final int BELOW = 24;
  private static final int ABOVE = 8;
  private static final int MARKS = 4;
  private static final List<String> COLOURS = List.of("#1f6feb", "#d1480a", "#2a8a4a", "#7a4fbf");

  Chart {
    curves = List.copyOf(curves);
  }

  record Curve(String name, List<Series.Point> points) {
    Curve {
      points = List.copyOf(points);
    }
  }

  /// A figure with its legend.
  String svg() {
    var most = nice(most(false));
    var width = Math.max(1, most(true));
    var lines = new StringBuilder();
    for (var n = 0; n <= MARKS; n++) {
      lines.append(mark(most * n / MARKS, most));
      lines.append(markAcross(n, width));
    }
    for (var n = 0; n < curves.size(); n++) {
      lines.append(curve(curves.get(n), COLOURS.get(n % COLOURS.size()), width, most));
    }
    return """
    <figure><figcaption>%s%s<small>%s</small></figcaption>
    <svg viewBox="0 0 %d %d" role="img" aria-label="%s">%s</svg></figure>
    """
        .formatted(title, legend(), across, WIDTH, HEIGHT, title, lines);
  }

  private static String mark(double value, double most) {
    var y = y(value, most);
    return """
    <line class="grid" x1="%d" x2="%d" y1="%s" y2="%s"/><text x="%d" y="%s" text-anchor="end">%s</text>
    """
        .formatted(LEFT, WIDTH, tenth(y), tenth(y), LEFT - 6, tenth(y + 4), word(value));
  }

  private static String markAcross(int n, double width) {
    var value = width * n / MARKS;
    var anchor = n == 0 ? "start" : n == MARKS ? "end" : "middle";
    return "<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>"
        .formatted(tenth(x(value, width)), HEIGHT - 6, anchor, word(value));
  }

  private String legend() {
    return IntStream.range(0, curves.size())
        .mapToObj(n ->
            " <b style=\"color:%s\">%s</b>"
                .formatted(COLOURS.get(n % COLOURS.size()), curves.get(n).name()))
        .collect(Collectors.joining());
  }

  private static String curve(Curve curve, String colour, double width, double most) {
    var points =
        curve.points().stream()
            .filter(it -> !Double.isNaN(it.value()))
            .map(it -> tenth(x(it.second(), width)) + "," + tenth(y(it.value(), most)))
            .collect(Collectors.joining(" "));
    return "<polyline fill=\"none\" stroke-width=\"1.6\" stroke=\"%s\" points=\"%s\"/>"
        .formatted(colour, points);
  }

  private double most(boolean across) {
    return curves.stream()
        .flatMap(it -> it.points().stream())
        .mapToDouble(it -> across ? it.second() : it.value())
        .filter(it -> !Double.isNaN(it))
        .max()
        .orElse(1);
  }

  /// The next of 1, 2, 4, 5, 8 times a power of ten.
  private static double nice(double value) {
    if (value <= 0) {
      return 1;
    }
    var power = Math.pow(10, Math.floor(Math.log10(value)));
    for (var step : List.of(1, 2, 4, 5, 8, 10)) {
      if (value <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static double x(double value, double width) {
    return LEFT + value / width * (WIDTH - LEFT - 8);
  }

  private static double y(double value, double most) {
    return HEIGHT - BELOW - value / most * (HEIGHT - BELOW - ABOVE);
  }

  private static String word(double value) {
    if (value == Math.rint(value) || value >= 100) {
      return Long.toString(Math.round(value));
    }
    return value >= 10 ? tenth(value) : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String tenth(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
