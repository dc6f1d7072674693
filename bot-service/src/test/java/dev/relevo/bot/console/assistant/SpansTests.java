package dev.relevo.bot.console.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "9-13, 15:30-18 > 09:00-13:00, 15:30-18:00",
        "09:00 - 24 > 09:00-24:00",
        "8 a 12 > 08:00-12:00",
        "'' > ''",
      })
  void areReadAsPeopleWriteThemAndWrittenOneWay(String typed, String written) {
    var spans = Spans.read(DayOfWeek.MONDAY, typed).orElseThrow();
    assertThat(Spans.written(DayOfWeek.MONDAY, spans)).isEqualTo(written);
    assertThat(Spans.written(DayOfWeek.TUESDAY, spans)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nine to five", "18-9", "25-26", "9", "9-9", "9-18:60", "9-13;14-18"})
  void areRefusedWhenTheyCannotBe(String typed) {
    assertThat(Spans.read(DayOfWeek.MONDAY, typed)).isEmpty();
  }
}
