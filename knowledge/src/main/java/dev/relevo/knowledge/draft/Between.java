package dev.relevo.knowledge.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Positions between two neighbours. There is always room: a number gets as many decimals as it
/// needs.
final class Between {

  /// Left between rows that are put at an end.
  private static final BigDecimal GAP = BigDecimal.valueOf(1_000);

  /// Short numbers, on the safe side of the upper neighbour.
  private static final MathContext SHORT = new MathContext(3, RoundingMode.DOWN);

  private Between() {}

  /// As many positions as asked for, ascending, evenly spread.
  static List<BigDecimal> of(Optional<BigDecimal> above, Optional<BigDecimal> below, int count) {
    var parts = BigDecimal.valueOf(count + 1L);
    var low = above.or(() -> below.map(it -> it.subtract(GAP.multiply(parts))));
    var step =
        above.isPresent() && below.isPresent()
            ? below.get().subtract(above.get()).divide(parts, SHORT)
            : GAP;
    return IntStream.rangeClosed(1, count)
        .mapToObj(it -> low.orElse(BigDecimal.ZERO).add(step.multiply(BigDecimal.valueOf(it))))
        .toList();
  }
}
