package dev.relevo.bot.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Trial;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftingTests {

  private static final Content.Text WORDS = new Content.Text("El envío cuesta $5.");

  @Test
  void showsTheRowItStandsOn() {
    var row =
        new Grounds(
            "reply",
            "ENV-003",
            1,
            1,
            0.5,
            List.of(new Grounds.Candidate("ENV-003", "¿Cuánto cuesta el envío?", 1)),
            List.of());
    assertThat(help(new Outcome.Reply(List.of(WORDS), row, List.of())))
        .isEqualTo(
            new Help.Written(
                "El envío cuesta $5.",
                List.of(new Grounds.Citation("r:ENV-003", "¿Cuánto cuesta el envío?", ""))));
  }

  @Test
  void showsWhatTheModelCited() {
    var cited = new Grounds.Citation("p:812", "Envíos", "https://tienda.ec/envios");
    var grounds = new Grounds("reply", "", 1, 0, 0.5, List.of(), List.of("model"), List.of(cited));
    assertThat(help(new Outcome.Reply(List.of(WORDS), grounds, List.of())))
        .isEqualTo(new Help.Written("El envío cuesta $5.", List.of(cited)));
  }

  @ParameterizedTest
  @CsvSource({
    "matched: envio, NOTHING_FOUND",
    "model: abstained, NOTHING_FOUND",
    "model: slow, SLOW",
    "model: busy, RESTING",
    "model: resting, RESTING",
    "model: down, FAILED",
    "model: month spent, SPENT",
    "model: context too long, TOO_LONG",
  })
  void saysWhyThereIsNone(String reason, Why why) {
    var grounds = new Grounds("fallback", "", 1, 0, 0.5, List.of(), List.of(reason));
    assertThat(help(new Outcome.Fallback(grounds))).isEqualTo(new Help.None(why));
  }

  @Test
  void whoAsksForAPersonIsAnsweredByThePersonAlone() {
    assertThat(help(handOff("asked"))).isEqualTo(new Help.None(Why.NOTHING_FOUND));
    assertThat(help(handOff("guard"))).isEqualTo(new Help.None(Why.SPENT));
  }

  private static Outcome handOff(String reason) {
    return new Outcome.Handoff(
        List.of(), reason, "", Optional.empty(), List.of(), Optional.empty());
  }

  private static Help help(Outcome outcome) {
    var says = outcome instanceof Outcome.Reply reply ? reply.contents() : List.<Content>of();
    return Drafting.help(new Trial(Decision.of(outcome), says));
  }
}
