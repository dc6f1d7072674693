package dev.relevo.bot.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PriceTests {

  @Test
  void soMuchAMillionTokensIsSoManyMillionthsAToken() {
    var price = new Price(new BigDecimal("0.15"), new BigDecimal("0.60"));
    assertThat(price.micros(1_000_000, 0)).isEqualTo(150_000);
    assertThat(price.micros(1_500, 400)).isEqualTo(225 + 240);
  }

  @Test
  void isRoundedUpSoThatNothingIsFree() {
    var price = new Price(new BigDecimal("0.15"), BigDecimal.ZERO);
    assertThat(price.micros(1, 0)).isEqualTo(1);
    assertThat(Price.UNKNOWN.micros(1_000, 1_000)).isZero();
  }

  @Test
  void isNeitherNegativeNorAbsurd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Price(BigDecimal.ONE.negate(), BigDecimal.ONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Price(BigDecimal.ONE, BigDecimal.valueOf(1_000_000)));
  }
}
