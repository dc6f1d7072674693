package dev.relevo.bot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenceTests {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77, 203.0.113.x",
    "127.0.0.1, 127.0.0.x",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
    "::1, 0:0:0::/48",
    "::ffff:203.0.113.77, 203.0.113.x",
    "unknown, ''"
  })
  void tellsTheNeighbourhoodAndNotTheHouse(String address, String masked) {
    assertThat(Whence.masked(address)).isEqualTo(masked);
  }
}
