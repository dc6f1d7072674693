package dev.relevo.bot.console;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.spend.Budgets;
import java.util.Locale;

/// A month's spending against its budget, as pages show it.
///
/// @param budget empty text when there is none, as `left`
/// @param share of the budget, in percent, 100 at most
/// @param level `fine`, `warning` or `spent`
public record MonthLine(
    String spent, String budget, String left, int share, String level, long calls) {

  public static MonthLine of(SignedIn me, Budgets.Month month) {
    var locale = me.language().locale();
    var budget = month.budget().monthMicros();
    return new MonthLine(
        Money.shown(month.micros(), locale),
        budget.map(it -> Money.shown(it, locale)).orElse(""),
        budget.map(it -> Money.shown(Math.max(0, it - month.micros()), locale)).orElse(""),
        budget.map(it -> (int) Math.min(100, month.micros() * 100.0 / it)).orElse(0),
        month.level().name().toLowerCase(Locale.ROOT),
        month.calls());
  }
}
