package dev.relevo.bot.spend;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a model's tokens cost.
///
/// @param read per million tokens read
/// @param written per million tokens written
public record Price(BigDecimal read, BigDecimal written) {

  // Before the first price that is checked against it.
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

  /// Nobody said: it counts as no money; tokens and calls still count.
  public static final Price UNKNOWN = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  public Price {
    if (!isSound(read) || !isSound(written)) {
      throw new IllegalArgumentException("a price lies between 0 and 100000, with 6 decimals");
    }
  }

  /// In millionths of the currency, rounded up: so much per million tokens is so many millionths
  /// per token.
  public long micros(long tokensRead, long tokensWritten) {
    return read.multiply(BigDecimal.valueOf(tokensRead))
        .add(written.multiply(BigDecimal.valueOf(tokensWritten)))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  private static boolean isSound(BigDecimal price) {
    return price.signum() >= 0
        && price.compareTo(MOST) <= 0
        && price.stripTrailingZeros().scale() <= 6;
  }
}
