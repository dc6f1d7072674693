package dev.relevo.bot.console.spend;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Money;
import dev.relevo.bot.spend.Calls;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// What models took day by day, as bars of a picture 900 wide and 180 high: money, or tokens while
/// nobody said what they cost.
///
/// @param top what the highest line stands for
record SpendChart(List<Bar> bars, String top, String half, boolean money) {

  static final int WIDTH = 900;
  static final int HEIGHT = 180;

  private static final Calls.Cost NOTHING = new Calls.Cost("", 0, 0, 0, 0, 0);

  SpendChart {
    bars = List.copyOf(bars);
  }

  /// A day.
  ///
  /// @param label `12 nov`
  /// @param shown whether there is room for the label
  record Bar(
      String label,
      boolean shown,
      double x,
      double width,
      double y,
      double height,
      String money,
      String tokens,
      long calls) {}

  static SpendChart of(SignedIn me, List<Calls.Cost> days, Calls.Period period) {
    var byDay = days.stream().collect(Collectors.toMap(Calls.Cost::key, it -> it));
    var money = days.stream().anyMatch(it -> it.micros() > 0);
    ToLongFunction<Calls.Cost> size = money ? Calls.Cost::micros : SpendChart::tokens;
    var top = round(days.stream().mapToLong(size).max().orElse(0));
    return new SpendChart(
        bars(me, period, byDay, size, top),
        shown(me, money, top),
        shown(me, money, top / 2),
        money);
  }

  private static List<Bar> bars(
      SignedIn me,
      Calls.Period period,
      Map<String, Calls.Cost> byDay,
      ToLongFunction<Calls.Cost> size,
      long top) {
    var format = DateTimeFormatter.ofPattern("d MMM", me.language().locale());
    var dates = period.first().datesUntil(period.last().plusDays(1)).toList();
    var step = (double) WIDTH / dates.size();
    var every = Math.max(1, dates.size() / 6);
    var bars = new ArrayList<Bar>();
    for (int n = 0; n < dates.size(); n++) {
      var day = byDay.getOrDefault(dates.get(n).toString(), NOTHING);
      var height = (double) HEIGHT * size.applyAsLong(day) / top;
      bars.add(
          new Bar(
              format.format(dates.get(n)),
              n % every == 0,
              n * step + step * 0.12,
              step * 0.76,
              HEIGHT - height,
              height,
              shown(me, true, day.micros()),
              shown(me, false, tokens(day)),
              day.calls()));
    }
    return bars;
  }

  private static long tokens(Calls.Cost cost) {
    return cost.promptTokens() + cost.answerTokens();
  }

  private static String shown(SignedIn me, boolean money, long size) {
    var locale = me.language().locale();
    return money ? Money.shown(size, locale) : String.format(locale, "%,d", size);
  }

  /// The next of 100, 200, 400, 800, 1000, …
  private static long round(long number) {
    for (long ten = 100; ; ten *= 10) {
      for (int factor : new int[] {1, 2, 4, 8}) {
        if (ten * factor >= number) {
          return ten * factor;
        }
      }
    }
  }
}
