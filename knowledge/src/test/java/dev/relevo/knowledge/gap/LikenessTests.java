package dev.relevo.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTests {

  @ParameterizedTest
  @CsvSource({
    "¿Hacen envíos a Galápagos?, hola buenas tardes hacen envio a galapagos por favor",
    "¿Puedo pagar con tarjeta Diners?, quiero pagar con tarjeta diners club",
    "envío a Galápagos, ¿cuánto demora el envío a las islas Galápagos?",
    "do you ship to Peru, can you ship your products to Peru please"
  })
  void seesTheSameQuestionInOtherWords(String one, String other) {
    assertThat(likeness(one, other)).isGreaterThan(Likeness.SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "¿Hacen envíos a Galápagos?, ¿Tienen garantía los equipos?",
    "¿Cuánto cuesta el envío?, ¿Cuánto cuesta la instalación?",
    "¿Quiero saber si tienen tallas grandes?, ¿Quiero saber si tienen parqueadero?"
  })
  void isNotDeceivedByWordsThatStandInAnyQuestion(String one, String other) {
    assertThat(likeness(one, other)).isLessThanOrEqualTo(Likeness.SAME);
  }

  @Test
  void countsASharedRowForQuestionsThatHaveSomethingInCommon() {
    var one = Likeness.words("precio del envío");
    var other = Likeness.words("cuánto vale el envío");
    assertThat(Likeness.between(one, "", other, "")).isLessThanOrEqualTo(Likeness.SAME);
    assertThat(Likeness.between(one, "ENV-1", other, "ENV-1")).isGreaterThan(Likeness.SAME);
    assertThat(Likeness.between(one, "ENV-1", Likeness.words("garantía"), "ENV-1"))
        .isLessThanOrEqualTo(Likeness.SAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"👍", "¿cómo es?", "?!", "de la", "a"})
  void alwaysFindsSomethingToGoBy(String text) {
    assertThat(Likeness.words(text)).isNotEmpty();
    assertThat(likeness(text, text)).isEqualTo(1);
  }

  @Test
  void takesTheQuestionMostLikeAllOthersToStandForThem() {
    assertThat(
            Central.of(
                List.of(
                    "hacen envíos a Galápagos y a Manabí los domingos",
                    "envíos a Galápagos",
                    "hacen envíos a Galápagos",
                    "precio envíos Galápagos")))
        .isEqualTo("envíos a Galápagos");
  }

  private static double likeness(String one, String other) {
    return Likeness.between(Likeness.words(one), Likeness.words(other));
  }
}
