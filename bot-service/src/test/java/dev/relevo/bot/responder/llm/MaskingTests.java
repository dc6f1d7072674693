package dev.relevo.bot.responder.llm;

import static dev.relevo.bot.responder.llm.Scene.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Powers;
import dev.relevo.bot.fact.Masking;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.desk.CrmAction;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mi correo es ana.t+x@mail.ec, gracias        | Mi correo es [EMAIL_1], gracias
          Llámeme al +593 99 111-2233 hoy              | Llámeme al [PHONE_1] hoy
          Llámeme al 0991112233 hoy                    | Llámeme al [PHONE_1] hoy
          Mi tarjeta 4111 1111 1111 1111 falla         | Mi tarjeta [CARD_1] falla
          Mi cédula es 1710034065                      | Mi cédula es [ID_1]
          Mi RUC es 1710034065001                      | Mi RUC es [ID_1]
          Pedido 12345678 sin llegar                   | Pedido [ID_1] sin llegar
          Soy ana torres, de Quito                     | Soy [NAME_1], de Quito
          Soy Ana; Anabel no                           | Soy [NAME_1]; Anabel no
          Quiero 3 cajas de 20 unidades                | Quiero 3 cajas de 20 unidades
          """)
  void whatTellsWhoSomebodyIsIsReplaced(String text, String masked) {
    var masking = Masking.of(true, "Ana Torres");
    assertThat(masking.mask(text)).isEqualTo(masked);
    assertThat(masking.restore(masked)).isEqualTo(text);
  }

  @Test
  void theSameValueHasTheSameMark() {
    var masking = Masking.of(true, "");
    assertThat(masking.mask("a@b.ec y c@d.ec")).isEqualTo("[EMAIL_1] y [EMAIL_2]");
    assertThat(masking.mask("c@d.ec, A@B.ec")).isEqualTo("[EMAIL_2], [EMAIL_1]");
  }

  @Test
  void aMarkTheCustomerMadeUpStandsForNothing() {
    assertThat(Masking.of(true, "Ana").restore("[EMAIL_7]")).isEqualTo("[EMAIL_7]");
  }

  @Test
  void switchedOffNothingIsReplaced() {
    assertThat(Masking.of(false, "Ana").mask("Ana, a@b.ec")).isEqualTo("Ana, a@b.ec");
  }

  @Test
  void theModelReadsMarksAndTheContactGetsTheRealValue() {
    var scene =
        new Scene()
            .masking()
            .powers(new Powers(Set.of("email"), Set.of(), Set.of(), false, false))
            .customerSaid("Soy Ana Torres, mi cédula es 1710034065")
            .model(
                Scene.wants("save_field", "{\"field\":\"email\",\"value\":\"[EMAIL_1]\"}"),
                says("clarify", "Gracias, [NAME_1], lo anoté."));
    var decision = scene.asks("Mi correo es ana@mail.ec");
    assertThat(scene.data(0))
        .doesNotContain("ana@mail.ec", "Ana", "Torres", "1710034065", "secreto");
    var reply = (Outcome.Reply) decision.outcome();
    assertThat(reply.actions()).containsExactly(new CrmAction.SetField("email", "ana@mail.ec"));
    assertThat(Rows.words(reply)).isEqualTo("Gracias, Ana Torres, lo anoté.");
  }
}
