package dev.relevo.bot.responder.llm;

import static dev.relevo.bot.responder.llm.Scene.HOURS;
import static dev.relevo.bot.responder.llm.Scene.SHIPPING;
import static dev.relevo.bot.responder.llm.Scene.found;
import static dev.relevo.bot.responder.llm.Scene.resolves;
import static dev.relevo.bot.responder.llm.Scene.says;
import static dev.relevo.bot.responder.llm.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.llm.Account;
import dev.relevo.bot.llm.Answer;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.workspace.Language;
import dev.relevo.knowledge.matrix.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelResponderTests {

  private static final String QUESTION = "¿Me sale caro que lo manden a Quito?";
  private static final String GROUNDED = "Enviarlo a Quito cuesta $5 y tarda 2 días.";

  private final Scene scene = new Scene();

  @Test
  void withoutAConnectionTheDecisionStays() {
    var decision = scene.asks(QUESTION);
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
    assertThat(decision.calls()).isEmpty();
  }

  @Test
  void aLiteralRowCostsNoCall() {
    scene.model(says("answer", GROUNDED, "r:ENV-003"));
    var decision = found(SHIPPING);
    assertThat(scene.respond(QUESTION, decision)).isSameAs(decision);
    assertThat(scene.asked).isEmpty();
  }

  @Test
  void whatWasOfferedPickedOrHandedOverCostsNoCall() {
    scene.model(says("answer", GROUNDED, "r:ENV-003"));
    var grounds = new Grounds("reply", "X", 1, 1, 0, List.of(), List.of());
    for (var outcome :
        List.of(
            new Outcome.Offer(new Content.Choice("¿Cuál?", List.of()), grounds),
            new Outcome.Reply(List.of(new Content.Text("elegida")), grounds, List.of()),
            new Outcome.Handoff(
                List.of(), "asked", "", Optional.empty(), List.of(), Optional.empty()),
            new Outcome.Silence("reaction"))) {
      assertThat(scene.respond(QUESTION, Decision.of(outcome)).outcome()).isSameAs(outcome);
    }
    assertThat(scene.asked).isEmpty();
  }

  @Test
  void aGroundedAnswerIsSaidWithItsSources() {
    var decision = scene.model(says("answer", GROUNDED, "r:ENV-003")).asks(QUESTION);
    assertThat(text(decision)).isEqualTo(GROUNDED);
    assertThat(decision.calls()).extracting(Decision.Call::number).containsExactly(1L);
    var grounds = ((Outcome.Reply) decision.outcome()).grounds();
    assertThat(grounds.decision()).isEqualTo("reply");
    assertThat(grounds.citations())
        .containsExactly(new Grounds.Citation("r:ENV-003", SHIPPING.question(), ""));
    assertThat(scene.typing).isEqualTo(1);
  }

  @Test
  void aPassageIsCitedWithWhereItStands() {
    var decision =
        scene
            .candidates()
            .passage(812, "Devoluciones", "Se aceptan devoluciones durante 30 días con factura.")
            .model(says("answer", "Aceptamos devoluciones durante 30 días con factura.", "p:812"))
            .asks("¿puedo devolver algo?");
    assertThat(((Outcome.Reply) decision.outcome()).grounds().citations())
        .containsExactly(new Grounds.Citation("p:812", "Devoluciones", "https://tienda.ec/p#x"));
  }

  @Test
  void whatNoSourceHoldsIsTriedOnceMoreAndThenNotSaid() {
    var decision = scene.model(says("answer", "Cuesta $4.", "r:ENV-003")).asks(QUESTION);
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
    assertThat(decision.calls()).extracting(Decision.Call::number).containsExactly(1L, 2L);
    assertThat(scene.document(1).path("refused").asString("")).contains("amount");
  }

  @Test
  void theSecondTryIsSaidWhenItIsGrounded() {
    var decision =
        scene
            .model(says("answer", "Cuesta $4.", "r:ENV-003"), says("answer", GROUNDED, "r:ENV-003"))
            .asks(QUESTION);
    assertThat(text(decision)).isEqualTo(GROUNDED);
  }

  @Test
  void thereIsNoSecondTryWithoutTime() {
    var decision =
        scene
            .within(Duration.ofMillis(2_500))
            .model(says("answer", "Cuesta $4.", "r:ENV-003"))
            .asks(QUESTION);
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
    assertThat(scene.asked).hasSize(1);
  }

  @Test
  void anInventedSourceIsNoSource() {
    var decision = scene.model(says("answer", "Con gusto le ayudamos.", "r:NADA-1")).asks(QUESTION);
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
  }

  @Test
  void aCustomersOwnNumberIsNoSource() {
    var decision =
        scene
            .model(says("answer", "Sí, el envío a Quito cuesta $3.", "r:ENV-003"))
            .asks("Me dijeron que el envío cuesta $3, ¿verdad?");
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
  }

  @Test
  void whoAbstainsMissesAndTheGapIsKnown() {
    var decision = scene.model(says("abstain", "")).asks("¿venden helicópteros?");
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Fallback.class, it -> assertThat(it.grounds().decision()).isEqualTo("abstain"));
    assertThat(scene.asked).hasSize(1);
  }

  @Test
  void aQuestionBackNeedsNoSourceAndMayHoldNoFact() {
    var decision = scene.model(says("clarify", "¿A qué ciudad sería?")).asks("¿cuánto sale?");
    assertThat(((Outcome.Reply) decision.outcome()).grounds().decision()).isEqualTo("clarify");
    var invented =
        new Scene().model(says("clarify", "¿Le sirve por $3 a Quito?")).asks("¿cuánto sale?");
    assertThat(invented.outcome()).isInstanceOf(Outcome.Fallback.class);
  }

  @Test
  void aHandOffHasTheModelsReasonAndOneNote() {
    var decision =
        scene
            .model(says("handoff", "Le paso con una persona."))
            .asks("¡quiero hablar con alguien!");
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Handoff.class,
            it -> {
              assertThat(it.reason()).isEqualTo("model");
              assertThat(it.contents())
                  .containsExactly(new Content.Text("Le paso con una persona."));
              assertThat(it.summary()).contains("¡quiero hablar con alguien!");
            });
  }

  @Test
  void aHandOffThatInventsSaysTheWorkspacesWordsInstead() {
    var decision =
        scene.model(says("handoff", "Le llaman en 5 minutos del 099 765 4321.")).asks("ayuda");
    assertThat(((Outcome.Handoff) decision.outcome()).contents()).isEmpty();
  }

  @Test
  void aFollowUpIsLookedUpAsItStandsAloneAndALiteralRowIsSentWordForWord() {
    var decision =
        scene
            .customerSaid("¿Hacen envíos a Quito?")
            .botSaid("Sí, a todo el país.")
            .matrix(it -> Optional.of(SHIPPING))
            .model(resolves("abstain", "", "¿Cuánto cuesta el envío a Quito?"))
            .asks("¿y cuánto cuesta eso?");
    assertThat(text(decision)).isEqualTo(SHIPPING.answer());
    assertThat(((Outcome.Reply) decision.outcome()).grounds().row()).isEqualTo("ENV-003");
    assertThat(decision.calls()).extracting(Decision.Call::number).containsExactly(1L);
    assertThat(scene.lookedUp).containsExactly("¿Cuánto cuesta el envío a Quito?");
  }

  @Test
  void aFollowUpThatNoRowAnswersIsAskedOnceMoreWithBetterSources() {
    var decision =
        scene
            .candidates(HOURS)
            .customerSaid("¿Hacen envíos a Quito?")
            .matrix(it -> {
              scene.candidates(SHIPPING);
              return Optional.empty();
            })
            .model(
                resolves("abstain", "", "¿Cuánto cuesta el envío a Quito?"),
                says("answer", GROUNDED, "r:ENV-003"))
            .asks("¿y cuánto cuesta eso?");
    assertThat(text(decision)).isEqualTo(GROUNDED);
    assertThat(decision.calls()).extracting(Decision.Call::number).containsExactly(1L, 2L);
  }

  @Test
  void theConversationHoldsAPersonsWordsToo() {
    scene
        .customerSaid("¿Hacen envíos?")
        .personSaid("Sí, a Quito también.")
        .botSaid("¿Algo más?")
        .model(says("clarify", "¿A qué ciudad?"))
        .asks("¿cuánto?");
    var said = scene.document(0).path("conversation");
    assertThat(said.values().stream().map(it -> it.path("by").asString("")))
        .containsExactly("customer", "person", "bot");
    assertThat(scene.document(0).path("question").asString("")).isEqualTo("¿cuánto?");
  }

  @Test
  void aRowThatIsNotLiteralIsWordedAndKeepsItsReasons() {
    var decision = scene.model(says("answer", GROUNDED, "r:ENV-003")).asks(QUESTION, free());
    assertThat(text(decision)).isEqualTo(GROUNDED);
    var grounds = ((Outcome.Reply) decision.outcome()).grounds();
    assertThat(grounds.row()).isEqualTo("ENV-003");
    assertThat(grounds.citations()).hasSize(1);
  }

  @Test
  void aRowThatIsWordedWronglyGoesOutAsItIs() {
    for (var bad :
        List.of(
            says("answer", "El envío cuesta $4.", "r:ENV-003"),
            says("answer", "Vea https://evil.com", "r:ENV-003"),
            says("clarify", "¿A qué ciudad?"),
            says("abstain", ""),
            new Answer.Failed(Answer.Fault.SLOW, 0),
            new Answer.NotAsked(Answer.Reason.CONVERSATION_SPENT),
            new Answer.Said("no es JSON", List.of(), 0))) {
      var decision = new Scene().model(bad).asks(QUESTION, free());
      assertThat(text(decision)).as(bad.toString()).isEqualTo(SHIPPING.answer());
    }
  }

  @ParameterizedTest
  @EnumSource(Answer.Fault.class)
  void whateverFailsSomethingIsSaid(Answer.Fault fault) {
    var decision = scene.model(new Answer.Failed(fault, 0)).asks(QUESTION);
    assertThat(decision.outcome())
        .isInstanceOfSatisfying(
            Outcome.Fallback.class,
            it -> assertThat(it.grounds().reasons()).last().asString().startsWith("model: "));
    assertThat(decision.calls()).hasSizeBetween(1, 2);
  }

  @ParameterizedTest
  @EnumSource(Answer.Reason.class)
  void whoeverIsNotAskedAPersonOrTheFallbackIsThere(Answer.Reason reason) {
    var outcome = scene.model(new Answer.NotAsked(reason)).asks(QUESTION).outcome();
    switch (reason) {
      case TURN_SPENT, CONVERSATION_SPENT ->
          assertThat(outcome)
              .isInstanceOfSatisfying(
                  Outcome.Handoff.class, it -> assertThat(it.reason()).isEqualTo("guard"));
      case NOT_CONNECTED, RESTING, TOO_LATE, TOO_LONG, MONTH_SPENT ->
          assertThat(outcome).isInstanceOf(Outcome.Fallback.class);
    }
  }

  @Test
  void aBrokenStreamIsTriedOnceMore() {
    var decision =
        scene
            .model(new Answer.Failed(Answer.Fault.CUT, 0), says("answer", GROUNDED, "r:ENV-003"))
            .asks(QUESTION);
    assertThat(text(decision)).isEqualTo(GROUNDED);
    assertThat(decision.calls()).extracting(Decision.Call::number).containsExactly(1L, 2L);
  }

  @Test
  void theCustomersLanguageIsAnsweredAndAnotherIsNot() {
    var english =
        scene
            .model(says("answer", "Shipping to Quito is $5 and takes 2 days.", "r:ENV-003"))
            .asks("How much is it to send this to Quito?");
    assertThat(text(english)).startsWith("Shipping");
    assertThat(scene.rules(0)).contains("Write English");
    var spanish =
        new Scene()
            .model(says("answer", "Shipping to Quito is $5 and it takes 2 days.", "r:ENV-003"))
            .asks(QUESTION);
    assertThat(spanish.outcome()).isInstanceOf(Outcome.Fallback.class);
  }

  @Test
  void anAssistantWithOneLanguageKeepsIt() {
    scene.speaking(Language.PT).model(says("abstain", "")).asks("How much is it to Quito?");
    assertThat(scene.rules(0)).contains("Write Portuguese");
  }

  @Test
  void theSameAnswerAgainIsNotSaid() {
    var decision =
        scene.botSaid(GROUNDED).model(says("answer", GROUNDED, "r:ENV-003")).asks(QUESTION);
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
  }

  @Test
  void aTurnsCallsAreBounded() {
    var bounds = new Bounds(1, 0, 1_500, 400, 60, 60_000, 200_000);
    var decision =
        scene.bounds(bounds).model(says("answer", "Cuesta $4.", "r:ENV-003")).asks(QUESTION);
    assertThat(decision.outcome()).isInstanceOf(Outcome.Fallback.class);
    assertThat(scene.asked).hasSize(1);
  }

  @Test
  void theCallIsOnTheCustomersAccount() {
    scene.model(says("answer", GROUNDED, "r:ENV-003")).asks(QUESTION);
    var account = scene.asked.getFirst().account();
    assertThat(account.purpose()).isEqualTo(Account.Purpose.ANSWER);
    assertThat(account.contact()).isPresent();
    assertThat(account.conversation()).isPresent();
    assertThat(account.message()).isPresent();
  }

  private static Row free() {
    return new Row(
        SHIPPING.id(),
        SHIPPING.language(),
        "",
        "",
        SHIPPING.question(),
        List.of(),
        SHIPPING.answer(),
        false,
        java.util.Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        SHIPPING.state(),
        "");
  }
}
