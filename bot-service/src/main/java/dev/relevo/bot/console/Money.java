package dev.relevo.bot.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/// Money as pages show and forms take it. It is kept in millionths of the currency the prices are
/// in, which nobody names.
public final class Money {

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private Money() {}

  /// `12,40`; below a cent all that is known of it, `0,000315`.
  public static String shown(long micros, Locale locale) {
    var amount = BigDecimal.valueOf(micros).divide(MICROS);
    var format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(
        amount.compareTo(BigDecimal.ONE) >= 0 ? 2 : amount.compareTo(CENT) >= 0 ? 4 : 6);
    return format.format(amount);
  }

  /// As a form's field shows it: `12.5`.
  public static String written(long micros) {
    var amount = BigDecimal.valueOf(micros).divide(MICROS).stripTrailingZeros();
    return (amount.scale() < 0 ? amount.setScale(0) : amount).toPlainString();
  }

  /// What somebody entered, with a point or a comma; empty when it is no amount above nothing.
  public static Optional<Long> read(String text) {
    var plain = text.strip().replace(',', '.');
    return plain.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")
        ? Optional.of(new BigDecimal(plain).multiply(MICROS).longValueExact()).filter(it -> it > 0)
        : Optional.empty();
  }
}
