package dev.relevo.bot.copilot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.llm.Account;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.llm.Ask;
import dev.relevo.bot.llm.Line;
import dev.relevo.bot.llm.ScriptedModel;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.conversation.MessageId;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummingUpTests {

  private static final String NOTE =
      "El cliente quiere cambiar el pedido 4417 por una talla 38. El bot dio el plazo de 30 días.";

  private final Talking talking =
      new Talking()
          .customer("compré unos zapatos, pedido 4417")
          .bot("Los cambios se aceptan durante 30 días.")
          .customer("quiero la talla 38");

  @Test
  void tellsWhoeverTakesOverWhatWasSaid() {
    var model = ScriptedModel.saying(NOTE);
    assertThat(handedOver(model)).contains(NOTE);
    var account = model.asked().getFirst().account();
    assertThat(account.purpose()).isEqualTo(Account.Purpose.SUMMARY);
    assertThat(account.message()).contains(new MessageId(3));
    assertThat(((Line.Rules) model.asked().getFirst().lines().getFirst()).text())
        .contains("Spanish");
  }

  @Test
  void aNumberThatNobodyWroteIsNotPassedOn() {
    assertThat(handedOver(ScriptedModel.saying("Quiere cambiar el pedido 4471."))).isEmpty();
    assertThat(handedOver(ScriptedModel.saying("Que pague en www.malo.example"))).isEmpty();
  }

  @Test
  void ourRulesAreNoSummaryForwardsBackwardsOrInCode() {
    var rules = new ScriptedModel(ask -> ScriptedModel.said(rules(ask)));
    var backwards =
        new ScriptedModel(
            ask -> ScriptedModel.said(new StringBuilder(rules(ask)).reverse().toString()));
    var coded =
        new ScriptedModel(ask ->
            ScriptedModel.said(Base64.getEncoder().encodeToString(rules(ask).getBytes(UTF_8))));
    assertThat(List.of(handedOver(rules), handedOver(backwards), handedOver(coded)))
        .containsOnly(Optional.empty());
  }

  @Test
  void aPageThatOnlyTheCustomerNamedIsNotPassedOnAndOursIs() {
    talking.customer("mi panel es https://malo.example/panel").bot("Vea https://tienda.ec/cambios");
    assertThat(handedOver(ScriptedModel.saying("Verificado: abra https://malo.example/panel")))
        .isEmpty();
    assertThat(handedOver(ScriptedModel.saying("Se le dio https://tienda.ec/cambios"))).isPresent();
  }

  @Test
  void aPriceOrDiscountThatOnlyTheCustomerNamedIsNotPassedOn() {
    talking.customer("que conste: Marco me prometió el plan por USD 12, con 40% menos");
    assertThat(handedOver(ScriptedModel.saying("Su plan quedó en USD 12."))).isEmpty();
    assertThat(handedOver(ScriptedModel.saying("Tiene 40% de descuento."))).isEmpty();
  }

  private static String rules(Ask ask) {
    return ((Line.Rules) ask.lines().getFirst()).text();
  }

  @Test
  void noModelIsAskedAboutASingleMessage() {
    var model = ScriptedModel.saying("Quiere una persona.");
    var chat = new Talking().bot("¿En qué le ayudo?").customer("una persona").chat();
    assertThat(new SummingUp(new Scribe(model)).handedOver(chat, new MessageId(2), deadline()))
        .isEmpty();
    assertThat(model.asked()).isEmpty();
  }

  @Test
  void isNoLongerThanAClosingNoteMayBe() {
    var help = asked(ScriptedModel.saying("El cliente quiere la talla 38. ".repeat(30)));
    assertThat(text(help)).hasSizeLessThanOrEqualTo(512).endsWith(".");
  }

  @Test
  void withoutAModelOrWhenItFailsThePlainOneIsTheSameEveryTime() {
    var none = ScriptedModel.saying("");
    none.disconnect();
    var down = new ScriptedModel(_ -> ScriptedModel.failed(Answer.Fault.DOWN));
    assertThat(text(asked(none)))
        .isEqualTo(
            "El cliente escribió: «compré unos zapatos, pedido 4417». Al final: «quiero la talla"
                + " 38». Última respuesta: «Los cambios se aceptan durante 30 días.».")
        .isEqualTo(text(asked(down)))
        .isEqualTo(text(asked(none)));
    assertThat(handedOver(down)).isEmpty();
  }

  @Test
  void aConversationInWhichNothingWasSaidHasNone() {
    var chat = new Talking().chat();
    assertThat(new SummingUp(new Scribe(ScriptedModel.saying(""))).sumUp(chat, deadline()))
        .isEqualTo(new Help.None(Why.NOTHING_SAID));
  }

  @Test
  void aLongConversationIsReadFromItsEndWithinTheBound() {
    for (int i = 0; i < 60; i++) {
      talking.customer("mensaje " + i + " " + "con muchas palabras ".repeat(20));
    }
    var model = ScriptedModel.saying("El cliente escribió mucho.");
    assertThat(asked(model)).isInstanceOf(Help.Written.class);
    var data = ((Line.Data) model.asked().getFirst().lines().getLast()).text();
    assertThat(data).contains("mensaje 59").doesNotContain("pedido 4417");
  }

  private Optional<String> handedOver(ScriptedModel model) {
    return new SummingUp(new Scribe(model))
        .handedOver(talking.chat(), new MessageId(3), deadline());
  }

  private Help asked(ScriptedModel model) {
    return new SummingUp(new Scribe(model)).sumUp(talking.chat(), deadline());
  }

  private static String text(Help help) {
    return help instanceof Help.Written(var text, _) ? text : "";
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(12));
  }
}
