package dev.relevo.bot.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a number counts, as far as it is written beside it.
public enum Unit {
  /// Nothing is written beside it.
  NONE,
  /// A dollar sign alone: dollars or pesos.
  DOLLAR_SIGN,
  DOLLARS,
  PESOS,
  EUROS,
  REAIS,
  SOLES,
  POUNDS,
  CENTS,
  PERCENT,
  MINUTES,
  HOURS,
  DAYS,
  WEEKS,
  MONTHS,
  YEARS;

  private static final Set<Unit> BY_SIGN = Set.of(DOLLARS, PESOS);

  /// By how it is written in Spanish, English and Portuguese, folded.
  private static final Map<String, Unit> WRITTEN = written();

  /// Empty text, or what is written beside a number; [#NONE] for what is no unit.
  static Unit of(String written) {
    return WRITTEN.getOrDefault(written.replaceAll("\\s+", " "), NONE);
  }

  static Iterable<String> words() {
    return WRITTEN.keySet();
  }

  boolean isMoneyOrShare() {
    return switch (this) {
      case DOLLAR_SIGN, DOLLARS, PESOS, EUROS, REAIS, SOLES, POUNDS, CENTS, PERCENT -> true;
      case NONE, MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS -> false;
    };
  }

  boolean fits(Unit other) {
    return this == other
        || (this == DOLLAR_SIGN && BY_SIGN.contains(other))
        || (other == DOLLAR_SIGN && BY_SIGN.contains(this));
  }

  private static Map<String, Unit> written() {
    var all = new LinkedHashMap<String, Unit>();
    put(all, DOLLARS, "us$", "u$s", "usd", "dolares", "dolar", "dollars", "dollar");
    put(all, REAIS, "r$", "brl", "reais", "real");
    put(all, SOLES, "s/.", "s/", "soles", "sol", "pen");
    put(all, PESOS, "pesos", "peso", "cop", "mxn", "clp", "ars");
    put(all, EUROS, "€", "euros", "euro", "eur");
    put(all, POUNDS, "£", "pounds", "pound", "libras", "gbp");
    put(all, CENTS, "centavos", "centavo", "cents", "cent", "¢");
    put(all, DOLLAR_SIGN, "$");
    put(all, PERCENT, "%", "por ciento", "porciento", "por cento", "percent", "per cent");
    put(all, MINUTES, "minutos", "minuto", "minutes", "minute", "mins", "min");
    put(all, HOURS, "horas", "hora", "hours", "hour", "hrs", "hs", "h");
    put(all, DAYS, "dias", "dia", "business days", "working days", "days", "day");
    put(all, WEEKS, "semanas", "semana", "weeks", "week");
    put(all, MONTHS, "meses", "mes", "months", "month");
    put(all, YEARS, "anos", "ano", "years", "year");
    return all;
  }

  private static void put(Map<String, Unit> all, Unit unit, String... written) {
    for (var each : written) {
      all.put(each, unit);
    }
  }
}
