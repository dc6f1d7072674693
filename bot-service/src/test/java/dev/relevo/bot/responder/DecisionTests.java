package dev.relevo.bot.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.desk.CrmAction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTests {

  private static final Grounds GROUNDS =
      new Grounds("fallback", "", 1, 0, 0.5, List.of(), List.of());
  private static final Decision.Call CALL = new Decision.Call(Engine.MODEL, 7);
  private static final Outcome OFFER =
      new Outcome.Offer(
          new Content.Choice("¿Cuál?", List.of(Options.say("Envíos"), Options.say("Pagos"))),
          GROUNDS);
  private static final Decision LEFT_OPEN =
      new Decision(new Outcome.Fallback(GROUNDS), Optional.empty(), List.of(), Optional.of(OFFER));

  @Test
  void whatWasHeldBackIsDoneWhenNobodyFoundAnythingBetter() {
    assertThat(LEFT_OPEN.settled().outcome()).isEqualTo(OFFER);
    var abstained = LEFT_OPEN.with(new Outcome.Fallback(GROUNDS), List.of(CALL)).settled();
    assertThat(abstained.outcome()).isEqualTo(OFFER);
    assertThat(abstained.calls()).containsExactly(CALL);
  }

  @Test
  void whatTheCustomerToldMeanwhileIsKept() {
    var email = new CrmAction.SetField("email", "ana@tienda.ec");
    var learnt = new Outcome.Fallback(GROUNDS, List.of(email));
    assertThat(LEFT_OPEN.with(learnt, List.of(CALL)).settled().outcome())
        .isEqualTo(OFFER.doing(List.of(email)))
        .isInstanceOfSatisfying(
            Outcome.Offer.class, it -> assertThat(it.actions()).containsExactly(email));
  }

  @Test
  void whatWasFoundInsteadStands() {
    var found = new Outcome.Silence("something better");
    assertThat(LEFT_OPEN.with(found, List.of(CALL)).settled().outcome()).isEqualTo(found);
  }

  @Test
  void aFallbackThatHoldsNothingBackStaysOne() {
    var miss = Decision.of(new Outcome.Fallback(GROUNDS));
    assertThat(miss.settled()).isEqualTo(miss);
  }
}
