package dev.relevo.knowledge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTextTests {

  private static final Locale SPANISH = Locale.of("es");

  private final Row row =
      Row.answering(new RowId("A"), SPANISH, "¿Precio?", List.of("costo"), "10");

  @ParameterizedTest
  @ValueSource(strings = {"es", "en", "pt"})
  void everyRowIsReadBackFromItsTexts(String language) {
    var locale = Locale.of(language);
    for (int seed = 0; seed < 100; seed++) {
      for (var any : new AnyMatrix(seed).matrix().rows()) {
        var texts = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
          texts.put(column, RowText.of(any, column, locale));
        }
        assertThat(RowText.with(any, texts, any.answersByChannel()))
            .as("seed %s", seed)
            .isEqualTo(new RowText.Reading.Read(any));
      }
    }
  }

  @Test
  void onlyTheNamedCellsChange() {
    var changed = read(Map.of(Column.ANSWER, "-5 grados", Column.HANDOFF, "sí"));
    assertThat(changed.answer()).isEqualTo("-5 grados");
    assertThat(changed.handoff()).isTrue();
    assertThat(changed.variants()).containsExactly("costo");
  }

  @Test
  void aDraftMayBeHalfWritten() {
    var texts = Map.of(Column.QUESTION, "", Column.ANSWER, "x".repeat(2_100));
    assertThat(read(texts).answer()).hasSize(2_100);
    assertThat(read(texts).question()).isEmpty();
  }

  @Test
  void aTextThatItsCellCannotHoldIsRefusedWithASentence() {
    assertThat(RowText.with(row, Map.of(Column.VALID_FROM, "mañana"), Map.of()))
        .isInstanceOfSatisfying(
            RowText.Reading.Refused.class,
            it -> assertThat(it.problem().in(SPANISH)).startsWith("«mañana» no es una fecha"));
    assertThat(RowText.with(row, Map.of(Column.BUTTONS, "un texto demasiado largo"), Map.of()))
        .isInstanceOf(RowText.Reading.Refused.class);
  }

  @Test
  void takingAFollowUpAwayTakesItsDelayToo() {
    var with = read(Map.of(Column.FOLLOW_UP, "B", Column.FOLLOW_UP_DELAY, "30"));
    assertThat(with.followUp().orElseThrow().delay()).hasSeconds(30);
    assertThat(RowText.with(with, Map.of(Column.FOLLOW_UP, ""), Map.of()))
        .isInstanceOfSatisfying(
            RowText.Reading.Read.class, it -> assertThat(it.row().followUp()).isEmpty());
  }

  @Test
  void anAnswerForOneChannelComesAndGoes() {
    var whatsapp = RowText.with(row, Map.of(), Map.of("whatsapp", "Por *WhatsApp*"));
    assertThat(whatsapp)
        .isInstanceOfSatisfying(
            RowText.Reading.Read.class,
            it -> {
              assertThat(it.row().answersByChannel()).containsEntry("whatsapp", "Por *WhatsApp*");
              assertThat(RowText.with(it.row(), Map.of(), Map.of("whatsapp", " ")))
                  .isEqualTo(new RowText.Reading.Read(row));
            });
  }

  private Row read(Map<Column, String> texts) {
    var reading = RowText.with(row, texts, Map.of());
    assertThat(reading).isInstanceOf(RowText.Reading.Read.class);
    return ((RowText.Reading.Read) reading).row();
  }
}
