package dev.relevo.bot.spend;

import java.util.Optional;

/// The most a workspace spends on models in a calendar month of its zone.
///
/// @param monthMicros in millionths of the currency the prices are in; empty: no bound
/// @param warnPercent the share of it from which on people are warned, 1 to 100
public record Budget(Optional<Long> monthMicros, int warnPercent) {

  /// Nobody set one.
  public static final Budget NONE = new Budget(Optional.empty(), 80);

  public Budget {
    if (monthMicros.filter(it -> it <= 0 || it > Long.MAX_VALUE / 4).isPresent()) {
      throw new IllegalArgumentException("a budget is more than nothing");
    }
    if (warnPercent < 1 || warnPercent > 100) {
      throw new IllegalArgumentException("people are warned at 1 to 100 percent of a budget");
    }
  }
}
