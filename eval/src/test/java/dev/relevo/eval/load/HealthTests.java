package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTests {

  @Test
  void keepsTheWordOfTheWholeAndNotOfAPart() {
    var body = "{\"components\":{\"db\":{\"status\":\"UP\"}},\"status\":\"BEHIND\"}";

    assertThat(Health.read(body)).isEqualTo(new Health("BEHIND"));
    assertThat(Health.read(body).warns()).isTrue();
    assertThat(Health.read("{\"status\":\"UP\"}")).isEqualTo(Health.UP);
    assertThat(Health.UP.warns()).isFalse();
  }

  @Test
  void whatIsNotItsAnswerIsNone() {
    for (var body : new String[] {"", "{}", "[]", "<html>502 Bad Gateway</html>"}) {
      assertThat(Health.read(body)).as(body).isEqualTo(Health.SILENT);
    }
    assertThat(Health.SILENT.warns()).isFalse();
  }
}
