package dev.relevo.bot.console.gap;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.knowledge.gap.RowFigures.Day;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// What became of questions day by day, as bars of a picture 900 wide and 180 high.
///
/// @param top the number the highest line stands for
/// @param totals over all days, by `answered`, `offered`, `fallback`, `handoff`
record Chart(List<Bar> bars, int top, Map<String, Integer> totals, int all) {

  static final int WIDTH = 900;
  static final int HEIGHT = 180;

  private static final Map<String, ToIntFunction<Day>> PARTS = parts();

  /// A day.
  ///
  /// @param label `12 nov`
  /// @param shown whether there is room for the label
  record Bar(String label, boolean shown, double x, double width, List<Part> parts, Day day) {}

  /// What became of some of a day's questions.
  record Part(String kind, double y, double height) {}

  static Chart of(SignedIn me, List<Day> days, LocalDate from, LocalDate until) {
    var all = every(days, from, until);
    var most = all.stream().mapToInt(Day::all).max().orElse(0);
    var top = round(Math.max(most, 4));
    var format = DateTimeFormatter.ofPattern("d MMM", me.language().locale());
    var step = (double) WIDTH / all.size();
    var every = Math.max(1, all.size() / 6);
    var bars = new ArrayList<Bar>();
    for (int n = 0; n < all.size(); n++) {
      var day = all.get(n);
      bars.add(
          new Bar(
              format.format(day.day()),
              n % every == 0,
              n * step + step * 0.12,
              step * 0.76,
              stacked(day, top),
              day));
    }
    var totals = new LinkedHashMap<String, Integer>();
    PARTS.forEach((kind, count) -> totals.put(kind, all.stream().mapToInt(count).sum()));
    return new Chart(bars, top, totals, all.stream().mapToInt(Day::all).sum());
  }

  /// How much of all questions, in whole percent.
  public int percent(String kind) {
    return all == 0 ? 0 : Math.round(100f * totals.getOrDefault(kind, 0) / all);
  }

  private static List<Day> every(List<Day> days, LocalDate from, LocalDate until) {
    var byDay = new LinkedHashMap<LocalDate, Day>();
    from.datesUntil(until.plusDays(1)).forEach(it -> byDay.put(it, new Day(it, 0, 0, 0, 0)));
    days.forEach(it -> byDay.replace(it.day(), it));
    return byDay.values().stream().sorted(Comparator.comparing(Day::day)).toList();
  }

  private static List<Part> stacked(Day day, int top) {
    var parts = new ArrayList<Part>();
    var y = (double) HEIGHT;
    for (var part : PARTS.entrySet()) {
      var height = (double) HEIGHT * part.getValue().applyAsInt(day) / top;
      y -= height;
      if (height > 0) {
        parts.add(new Part(part.getKey(), y, height));
      }
    }
    return parts;
  }

  /// The next of 4, 8, 10, 20, 40, 80, 100, …
  private static int round(int number) {
    for (int ten = 1; ; ten *= 10) {
      for (int factor : new int[] {1, 2, 4, 8}) {
        if (ten * factor >= number && ten * factor >= 4) {
          return ten * factor;
        }
      }
    }
  }

  private static Map<String, ToIntFunction<Day>> parts() {
    var parts = new LinkedHashMap<String, ToIntFunction<Day>>();
    parts.put("answered", Day::answered);
    parts.put("offered", Day::offered);
    parts.put("fallback", Day::fallback);
    parts.put("handoff", Day::handoff);
    return parts;
  }
}
